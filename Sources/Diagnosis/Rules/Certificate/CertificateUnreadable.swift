import FleetModel

extension Rule {
    /// A part of it cannot be read.
    static let certificateUnreadable = Rule(
        "certificate-unreadable", .certificate, .warning, .certain, mark: .warning(.weak),
        symptoms: [Symptom.unusableCertificate],
        isNot: ["Not proof that users fail: a client that does not look at that part accepts it."]
    ) { seen in
        guard seen.has(.unreadable) else { return nil }
        return Conclusion(
            short: "cert not readable",
            medium: "part of the certificate is unreadable",
            long: "A part of the certificate does not follow the format, and other clients may refuse it.",
            evidence: seen.certificateEvidence + (seen.certificate?.remarks ?? []),
            remedies: Remedy.newCertificate, isNot: seen.isNotBeforeTheCertificate)
    }
}
