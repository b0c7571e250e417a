import SwiftASN1
@_spi(DisableValidityCheck) import X509

/// RFC 5280's rules for a path without its rule about dates: an expired certificate of a trusted authority is expired,
/// not untrusted, and dates are judged where the time is known.
struct PathPolicy: VerifierPolicy {
    private let rules = RFC5280Policy.withValidityCheckDisabled()

    /// The critical extensions that are looked at, here or by a check of ours: names by `NameCheck`, usages by
    /// `UsageCheck`. Certificate policies restrict nothing unless the verifier asks for one (RFC 5280, 6.1.1 c).
    var verifyingCriticalExtensions: [ASN1ObjectIdentifier] {
        rules.verifyingCriticalExtensions + Self.checkedElsewhere
    }

    /// subjectAltName, extKeyUsage, certificatePolicies.
    private static let checkedElsewhere: [ASN1ObjectIdentifier] = [[2, 5, 29, 17], [2, 5, 29, 37], [2, 5, 29, 32]]

    /// Judges one candidate path, leaf first.
    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
        rules.chainMeetsPolicyRequirements(chain: chain)
    }

    /// A critical extension of `certificate` that nobody here understands, for which RFC 5280, 4.2, refuses it.
    func unknownCriticalExtension(in certificate: Certificate) -> ASN1ObjectIdentifier? {
        certificate.extensions.first { $0.critical && !verifyingCriticalExtensions.contains($0.oid) }?.oid
    }
}
