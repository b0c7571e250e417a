import FleetModel

extension Rule {
    /// Another certificate, as was to be expected.
    static let certificateRenewed = Rule(
        "certificate-renewed", .certificate, .note, .likely, seen: .sinceStart, symptoms: [.certificateChanged],
        isNot: ["Not a sign of trouble: certificates are replaced when they end."]
    ) { seen in
        guard !seen.certificatesAlternate, !seen.certificatesChurn, let change = seen.certificateChange,
            seen.age(of: change.at) < CertificateChange.mention,
            let (medium, long, confidence) = change.renewal(age: seen.age(of: change.at).compact)
        else { return nil }
        return Conclusion(
            short: "cert renewed \(seen.age(of: change.at).compact) ago", medium: medium,
            long: "Since rdptop was started the certificate was replaced: \(long). Clients that remember the old one "
                + "may ask their users once.",
            evidence: change.before.evidence("before") + change.after.evidence("now")
                + ["changed before \(change.at.iso8601)"] + seen.sinceStartEvidence,
            remedies: [
                Remedy(
                    .check, at: .client,
                    "Nothing to do; users who are asked may compare the certificate with the one shown here")
            ], confidence: confidence)
    }
}

extension CertificateChange {
    /// What makes a change one that was to be expected, and how sure that is; nil when it was not.
    fileprivate func renewal(age: String) -> (medium: String, long: String, confidence: Confidence)? {
        let left = before.notAfter.map { ($0 - at).spoken } ?? "an unknown time"
        switch kind {
        case .inTime:
            return (
                "certificate renewed \(age) ago, in time", "the one before had \(left) left",
                .likely
            )
        case .afterEnd:
            return (
                "certificate renewed \(age) ago, after end",
                "the one before had ended, as Windows waits for with those that it makes itself", .likely
            )
        case .sameKey:
            return ("certificate signed anew, key the same", "the new one has the same key", .certain)
        case .gained:
            return (
                "now a certificate of an authority",
                "a self-signed one gave way to one that leads to an authority trusted here", .certain
            )
        case .pinned:
            return ("now the certificate that is pinned", "the new one is that which the fleet file pins", .certain)
        case .returned, .fallback, .unexpected: return nil
        }
    }
}
