import FleetModel

extension Rule {
    /// A self-signed certificate does not fit the name, as is usual.
    static let certificateNameDiffers = Rule(
        "certificate-name-differs", .certificate, .note, .certain, symptoms: [Symptom.certificateWarning],
        isNot: ["Not why a connection fails: clients ask users to accept such a certificate, whatever its name."]
    ) { seen in
        guard seen.nameVerdict == .differs else { return nil }
        return Conclusion(
            short: "cert name differs",
            medium: "asked by another name than the cert's",
            long: "The certificate that the computer made for itself does not carry the name or address "
                + "that was asked for. Clients warn of a self-signed certificate anyway.",
            evidence: seen.certificateEvidence + ["asked for \(seen.certificate?.askedName ?? seen.server.name)"],
            remedies: [Remedy.nothingUnlessNoWarning])
    }
}
