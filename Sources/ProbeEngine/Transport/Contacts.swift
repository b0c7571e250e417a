import FleetModel

/// One try to connect.
struct Contact: Sendable {
    /// Where the SYN went.
    var peer: SocketEndpoint
    /// Our end; nil when no connection was made, or the system does not say.
    var local: SocketEndpoint?
    /// Why there is no connection; nil when there is one.
    var failure: LayerFailure?
}

/// The connections that one dialer tried, in order; lives on the probe's event loop.
final class Contacts {
    private(set) var all: [Contact] = []

    /// Adds one.
    func note(_ contact: Contact) {
        all.append(contact)
    }
}
