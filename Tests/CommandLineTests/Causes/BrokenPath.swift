import LabSupport

/// A healthy server behind a device that breaks connections in one way, which is known.
struct BrokenPath: Sendable, CustomStringConvertible {
    /// Which packets the device minds.
    enum Direction: Sendable {
        case toServer
        case fromServer
        /// To the server's address of IPv6, which it has beside that of IPv4.
        case toServerByIPv6
    }

    /// The first label of its name below `lab.test`.
    let label: String
    /// What is broken, in words.
    let fault: String
    var state = "down"
    var direction = Direction.toServer
    let device: MiddleBox
    let cause: ExpectedCause

    var name: String { "\(label).lab.test" }
    var description: String { "\(label): \(fault)" }
}
