import CertificateChecks

/// The certificates that a server presented, as DER, bounded.
struct PresentedChain: Sendable {
    /// The server's own certificate first, then the others in the order in which they were presented; an oversized one
    /// is empty, so that the others keep their places.
    let certificates: [[UInt8]]

    /// nil when the server presented none.
    init?(_ session: TLSSession) {
        certificates = session.chain(
            limit: CertificateExaminer.chainLimit, size: CertificateExaminer.certificateSizeLimit)
        guard !certificates.isEmpty else { return nil }
    }
}
