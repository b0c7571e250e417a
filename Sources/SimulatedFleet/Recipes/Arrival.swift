/// What a client meets at a server's port.
package enum Arrival: Sendable, Hashable {
    /// Nothing listens: the connection is refused.
    case refusing
    /// The server waits for a Connection Request.
    case awaitingRequest
    /// The server does something as soon as the connection stands.
    case doing(Deed)
    /// The server expects a ClientHello at once and knows nothing of X.224.
    case startingTLS
}
