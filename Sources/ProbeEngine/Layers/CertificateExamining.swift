import CertificateChecks
package import FleetModel

/// Reads a certificate chain and says what is in it.
package protocol CertificateExamining: Sendable {
    /// What the chain says, and how it relates to what was asked for.
    ///
    /// - Parameters:
    ///   - chain: DER, the server's own certificate first; at least one, at most sixteen.
    ///   - name: The name or address that users type.
    ///   - pin: The SHA-256 that is expected, in 64 lower-case hexadecimal digits.
    /// - Returns: Facts also for a certificate that cannot be read; nil only when there is nothing to examine.
    func examine(chain: [[UInt8]], askedFor name: String, pin: String?) async -> CertificateFacts?
}

extension CertificateExaminer: CertificateExamining {}
