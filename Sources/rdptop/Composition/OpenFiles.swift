import Foundation

/// The number of files that this process may have open at a time.
enum OpenFiles {
    /// Raises the soft limit to what is wanted, as far as the hard one allows; never lowers it.
    ///
    /// - Parameter wanted: At least 0.
    /// - Returns: The limit that holds from now on.
    static func raiseLimit(to wanted: Int) -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return wanted }
        let present = limit.rlim_cur
        guard present < rlim_t(wanted) else { return Int(clamping: present) }
        limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
        return Int(clamping: setrlimit(resource, &limit) == 0 ? limit.rlim_cur : present)
    }
}
