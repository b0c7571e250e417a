import RDPWire

/// What a server does after a confirm that selects TLS.
package enum Handshake: Sendable, Hashable {
    /// Completes the handshake in one of these versions; what follows inside TLS is the scenario's session.
    case completing(TLSVersions)
    /// Completes it too, but not when the ClientHello holds something that the server cannot bear: then it does this.
    case completingWithout(ClientHelloPart, otherwise: Deed)
    /// Answers with nothing but a ServerHello of its own, or with a deed if the offer is not for it.
    case choosing(AntiqueServer, otherwise: Deed)
    /// Does something else as soon as the first bytes of the ClientHello have come.
    case answeringClientHello(Deed)
}

/// The TLS versions that a server accepts.
package enum TLSVersions: String, Sendable, Hashable, CaseIterable {
    /// TLS 1.2 and 1.3.
    case modern
    case only12
    case only10
}

/// Something in a ClientHello that there are servers, and boxes in front of them, which cannot bear it.
package enum ClientHelloPart: String, Sendable, Hashable, CaseIterable {
    /// The server_name extension (RFC 6066, 3).
    case serverName
    /// TLS 1.3 in the supported_versions extension (RFC 8446, 4.2.1).
    case tls13

    /// Whether it is in this one.
    func isIn(_ hello: ClientHelloOffer) -> Bool {
        switch self {
        case .serverName: hello.serverName != nil
        case .tls13: hello.supportedVersions.contains(.tls13)
        }
    }
}
