/// What a server does after a confirm that selects TLS.
package enum Handshake: Sendable, Hashable {
    /// Completes the handshake in one of these versions, then reads until the client closes.
    case completing(TLSVersions)
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
