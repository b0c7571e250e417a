package import FleetModel

/// Something that is looked at besides the regular connection, by itself and at least a second after it.
package enum FollowUp: Sendable, Hashable {
    /// A connection that offers TLS alone: it tells "NLA required" from "offered".
    case companion
    /// One or two RDP-UDP datagrams.
    case udp
    /// The name of a server whose address the fleet file gives: a question to the resolver, none to the server.
    case name
    /// A connection to the address at which the server last answered, since its name leads to none any more.
    case lastAddress
    /// A connection that asks otherwise, to explain a failure; `because` is nil when somebody asked for it and it
    /// explains none.
    case variant(HandshakeVariant, because: Reason?)

    /// The failure that a variant is to explain.
    package struct Reason: Sendable, Hashable {
        package var layer: Layer
        package var failure: LayerFailure

        package init(layer: Layer, failure: LayerFailure) {
            self.layer = layer
            self.failure = failure
        }
    }

    /// Whether it makes a TCP connection to the server.
    package var connects: Bool {
        switch self {
        case .companion, .variant, .lastAddress: true
        case .udp, .name: false
        }
    }
}
