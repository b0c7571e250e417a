@testable import CertificateChecks

/// An examiner that trusts just these.
func examiner(trusting authorities: [[UInt8]] = [], system: [[UInt8]] = []) -> CertificateExaminer {
    let system = Authorities(system)
    return CertificateExaminer(authorities: authorities, system: { system })
}
