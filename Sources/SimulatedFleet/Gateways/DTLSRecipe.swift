/// What a gateway does with datagrams to its DTLS port.
package enum DTLSRecipe: Sendable, Hashable {
    /// Answers a ClientHello up to the certificate, which is of this kind.
    case answering(CertificateRecipe)
    /// Takes them and says nothing.
    case silent
    /// Has no socket there: the kernel refuses them (ICMP port unreachable).
    case closed
}
