import FleetModel

extension Rule {
    /// Neither for servers nor for Remote Desktop.
    static let certificateWrongUsage = Rule(
        "certificate-wrong-usage", .certificate, .warning, .certain, mark: .failed(.weak),
        symptoms: [Symptom.wrongUsage]
    ) { seen in
        guard seen.has(.wrongUsage), let leaf = seen.certificate?.leaf else { return nil }
        return Conclusion(
            short: "cert is of wrong usage",
            medium: "certificate is not meant for servers",
            long: "Its extended key usage allows neither server authentication (1.3.6.1.5.5.7.3.1) nor "
                + "Remote Desktop authentication (1.3.6.1.4.1.311.54.1.2)."
                + (seen.software == .windows
                    ? " Windows does not take such a certificate for its listener (event 1054), so something between "
                        + "may show this one." : ""),
            evidence: seen.certificateEvidence + ["usages \(leaf.usages.joined(separator: ", "))"],
            remedies: Remedy.newCertificate, isNot: seen.isNotBeforeTheCertificate)
    }
}
