import Foundation

/// Who sits at the keyboard, as far as the system knows.
enum UserName {
    /// The login name; `kim as root` for somebody who became root by sudo.
    static func current(environment: [String: String], user: uid_t) -> String {
        let name = getpwuid(user).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "uid \(user)"
        guard user == 0, let before = environment["SUDO_USER"], !before.isEmpty, before != name else { return name }
        return "\(before) as \(name)"
    }
}
