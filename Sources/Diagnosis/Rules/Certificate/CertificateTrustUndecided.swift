import FleetModel

extension Rule {
    /// Whether it is trusted could not be worked out.
    static let certificateTrustUndecided = Rule(
        "certificate-trust-undecided", .certificate, .note, .certain, symptoms: [Symptom.certificateWarning.doubted],
        isNot: ["Not a verdict on the certificate: clients may well trust it."]
    ) { seen in
        guard case .undecided(let reason) = seen.certificate?.trust, !seen.has(.untrusted) else { return nil }
        return Conclusion(
            short: "cert trust undecided",
            medium: "trust of the cert was not worked out",
            long: "Whether the certificate leads to a trusted authority could not be worked out here.",
            evidence: seen.certificateEvidence + ["why: \(reason)"],
            remedies: [Remedy.seeEveryStep])
    }
}
