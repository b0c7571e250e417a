import Foundation

/// An error number that a system call left behind.
struct SystemError: Error, Equatable, CustomStringConvertible {
    /// As in errno.h.
    let code: CInt

    /// That of the last call that failed on this thread.
    static var last: SystemError { SystemError(code: errno) }

    /// What the system calls it.
    var description: String { String(cString: strerror(code)) }
}
