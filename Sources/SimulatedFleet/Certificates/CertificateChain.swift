/// What a TLS server needs to show a certificate.
package struct CertificateChain: Sendable, Hashable {
    /// The certificates in DER as they are sent, the server's own first.
    package let certificates: [[UInt8]]
    /// The private key of the first, in DER.
    package let privateKey: [UInt8]
}
