/// What a DTLS ClientHello to the gateway's UDP port showed; the Certificate comes in the clear (RFC 6347, 4.2).
package struct DTLSFacts: Sendable, Hashable, Codable {
    /// Where the datagrams went.
    package var peer: SocketEndpoint
    /// The version that the server chose: 0xFEFF DTLS 1.0, 0xFEFD DTLS 1.2; nil when no ServerHello came.
    package var version: UInt16?
    /// The cipher suite's name; nil when no ServerHello came.
    package var cipherSuiteName: String?
    /// Whether the server asked for its cookie back (HelloVerifyRequest).
    package var verifiedAddress: Bool
    /// The number of the alert that the server sent; nil when it sent none.
    package var alert: UInt8?
    /// The certificate it presented; nil when none was put together.
    package var certificate: CertificateDescription?
    /// How many datagrams were sent.
    package var datagrams: Int

    /// Creates the facts of an exchange.
    package init(
        peer: SocketEndpoint, version: UInt16? = nil, cipherSuiteName: String? = nil, verifiedAddress: Bool = false,
        alert: UInt8? = nil, certificate: CertificateDescription? = nil, datagrams: Int = 1
    ) {
        self.peer = peer
        self.version = version
        self.cipherSuiteName = cipherSuiteName
        self.verifiedAddress = verifiedAddress
        self.alert = alert
        self.certificate = certificate
        self.datagrams = datagrams
    }

    /// `DTLS 1.2`; nil when no version was chosen.
    package var versionName: String? {
        guard let version else { return nil }
        switch version {
        case 0xFEFF: return "DTLS 1.0"
        case 0xFEFD: return "DTLS 1.2"
        default: return "0x" + String(version, radix: 16)
        }
    }
}
