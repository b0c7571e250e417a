import FleetModel

extension Rule {
    /// A certificate of an authority without the name that was asked for.
    static let certificateNameMismatch = Rule(
        "certificate-name-mismatch", .certificate, .warning, .certain, mark: .failed(.nameMismatch),
        symptoms: [Symptom.certificateWarning],
        isNot: ["Not in the way of users who may click the warning away."]
    ) { seen in
        guard seen.nameVerdict == .mismatch else { return nil }
        return Conclusion(
            short: "cert name mismatch",
            medium: "certificate lacks the name asked for",
            long: "No name in the certificate fits the name that users type, and clients warn of it at each "
                + "connection.",
            evidence: seen.certificateEvidence + ["asked for \(seen.certificate?.askedName ?? seen.server.name)"],
            remedies: [
                Remedy.listBinding,
                Remedy.xrdpCertificate,
                Remedy(.fix, at: .client, "Let users connect by a name that is in the certificate"),
                Remedy.enrol,
                Remedy.bindCertificate,
                Remedy.newXrdpCertificate,
            ], isNot: seen.isNotBeforeTheCertificate)
    }
}
