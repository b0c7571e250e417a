internal import Glibc

/// Why the resolver could not be started.
package enum ResolverStartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A system call failed, with its error number.
    case system(call: String, number: Int32)
    /// c-ares failed, with its words.
    case cares(String)

    /// One sentence with what to do.
    package var description: String {
        switch self {
        case .system(let call, let number):
            "The name resolver cannot start: \(call) failed with \(String(cString: strerror(number))); "
                + "raise the limits on open files and processes (ulimit -n, ulimit -u)."
        case .cares(let words):
            "The name resolver cannot start: c-ares says \"\(words)\"; check /etc/resolv.conf and the fleet's resolvers."
        }
    }
}
