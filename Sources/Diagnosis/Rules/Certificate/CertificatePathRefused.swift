import FleetModel

extension Rule {
    /// It leads to an authority against the rules of paths, so that clients refuse it.
    static let certificatePathRefused = Rule(
        "certificate-path-refused", .certificate, .warning, .likely, mark: .failed(.untrusted),
        symptoms: [Symptom.certificateWarning, Symptom.untrustedRoot],
        isNot: ["Not an authority that nobody knows: the path leads there, and against the rules."]
    ) { seen in
        guard case .undecided(let reason) = seen.certificate?.trust, seen.has(.untrusted) else { return nil }
        return Conclusion(
            short: "cert path refused",
            medium: "clients refuse the certificate's path",
            long: "The path from the certificate to its authority breaks a rule, and clients that check it refuse it.",
            evidence: seen.certificateEvidence + ["why: \(reason)"],
            remedies: [
                Remedy.listBinding, Remedy.xrdpCertificate, Remedy.enrol, Remedy.bindCertificate, Remedy.intermediates,
                Remedy.newXrdpCertificate,
            ], isNot: seen.isNotBeforeTheCertificate)
    }
}
