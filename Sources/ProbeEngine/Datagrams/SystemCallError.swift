internal import Glibc

/// A system call that failed on this machine.
package struct SystemCallError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the call.
    package let call: String
    /// What `errno` was.
    package let number: Int32

    /// The error of the call that has just failed on this thread.
    init(_ call: String, number: Int32 = errno) {
        self.call = call
        self.number = number
    }

    /// One sentence with what to do.
    package var description: String {
        "\(call) failed with \(String(cString: strerror(number))); "
            + "raise the limits on open files and processes (ulimit -n, ulimit -u)."
    }
}
