import RDPWire

/// What a gateway does with datagrams to its DTLS port.
package enum DTLSRecipe: Sendable, Hashable {
    /// Answers a ClientHello up to the certificate, which is of this kind.
    case answering(CertificateRecipe)
    /// Takes them and says nothing.
    case silent
    /// Has no socket there: the kernel refuses them (ICMP port unreachable).
    case closed
}

/// How a DTLS server answers a ClientHello, without remembering anything (RFC 6347, 4.2.1).
enum DTLSGreeting {
    /// What the client must send back, so that nobody is flooded in its name; in a simulation it may stay the same.
    private static let cookie = [UInt8](repeating: 0xC5, count: 20)
    /// The random of a server that nobody will ever agree on a key with.
    private static let random = [UInt8](repeating: 0x5A, count: DTLSClientHello.randomSize)
    /// What it accepts, the best first: AES with ECDHE and ECDSA or RSA, then RSA alone.
    private static let suites = [
        0xC02C, 0xC02B, 0xC030, 0xC02F, 0xC00A, 0xC009, 0xC014, 0xC013, 0x0035, 0x002F,
    ].map { CipherSuite(rawValue: $0) }

    /// Answers a ClientHello: the first one by a demand for the cookie.
    ///
    /// - Parameters:
    ///   - hello: What the client has said.
    ///   - chain: Certificates in DER, the server's own first.
    /// - Returns: The datagrams: the demand, or ServerHello and Certificate, after which nothing comes, or an alert.
    /// - Throws: `WireError`, which these values give no reason for.
    static func answers(to hello: DTLSClientHello, chain: [[UInt8]]) throws(WireError) -> [[UInt8]] {
        guard hello.cookie == cookie else {
            var writer = DTLSHandshakeWriter(version: .dtls10)
            return try writer.datagrams(DTLSHelloVerifyRequest(cookie: cookie))
        }
        // DTLS counts its versions down.
        let version = hello.version.rawValue > DTLSVersion.dtls12.rawValue ? DTLSVersion.dtls10 : .dtls12
        // The HelloVerifyRequest was the first message and the first record.
        var writer = DTLSHandshakeWriter(version: version, nextMessage: 1, nextRecord: 1)
        guard let suite = suites.first(where: hello.suites.contains) else {
            return [writer.datagram(TLSAlert(level: .fatal, description: .handshakeFailure))]
        }
        return try writer.datagrams(DTLSServerHello(version: version, random: random, cipherSuite: suite))
            + writer.datagrams(DTLSCertificateMessage(certificates: chain))
    }
}
