/// How a process ended.
package enum ProcessEnd: Sendable, Equatable, CustomStringConvertible {
    /// It returned this exit status, 0 to 255.
    case exited(Int32)

    /// This signal ended it.
    case signalled(Int32)

    package var description: String {
        switch self {
        case .exited(let status): "exited with status \(status)"
        case .signalled(let number): "was ended by signal \(number)"
        }
    }
}
