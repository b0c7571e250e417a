import RDPWire

extension Scenario {
    /// xrdp whose certificate or key is unusable: `03 00 00 09 02 f0 80 21 80` in clear.
    package static let disconnectInsteadOfTLS = Scenario(
        "disconnect-instead-of-tls", "Answers the ClientHello with an MCS disconnect in clear",
        handshake: .answeringClientHello(
            .sendingThenClosing(DisconnectProviderUltimatum(reason: .userRequested).encoded)), datagrams: .closed)
}
