import FleetModel

extension Rule {
    /// A self-signed certificate where there was one of an authority.
    static let certificateFallback = Rule(
        "certificate-fallback", .certificate, .warning, .possible, mark: .warning(.untrusted), seen: .sinceStart,
        symptoms: [.certificateChanged, .certificateUntrusted],
        isNot: ["Not a renewal: the certificate that users could check is no longer in use."]
    ) { seen in
        guard let (before, after) = seen.fallback else { return nil }
        let hasEnded = before.hasEnded(by: after.firstSeen)
        let cause =
            hasEnded
            ? "which has ended. Windows then falls back to a certificate of its own making (System events 1053 and 1056)"
            : "which was still valid. Windows falls back to its own when that certificate, or the access to its key, is "
                + "gone (System events 1051 and 1055); or somebody set it so"
        return Conclusion(
            short: "fell back to own cert", medium: "own cert instead of an authority's",
            long:
                "Since rdptop was started the server had a certificate of an authority, \(cause). Users can no longer "
                + "check who the server is.",
            evidence: before.evidence("before") + after.evidence("now")
                + ["changed before \(after.firstSeen.iso8601)"] + seen.sinceStartEvidence,
            remedies: [
                Remedy.certificateEvents, Remedy.listBinding, Remedy.enrol, Remedy.bindCertificate,
            ], confidence: hasEnded ? .likely : nil)
    }
}
