import FleetModel

extension Rule {
    /// The last three days of a certificate that Windows renews by itself.
    static let certificateRenewalDue = Rule(
        "certificate-renewal-due", .certificate, .note, .likely,
        symptoms: [
            Symptom([], "once it is renewed, clients that remember the old certificate ask once more", .likely)
        ],
        isNot: ["Not a certificate that somebody has to renew, if it is Windows that made it."]
    ) { seen in
        guard seen.renewsItself, let left = seen.certificateLeft, left >= .zero, left < .days(3) else { return nil }
        return Conclusion(
            short: "cert renews in \(left.compact)",
            medium: "self-signed, renews itself in \(left.compact)",
            long: "Windows replaces its self-signed certificate when it ends, so there is nothing to do. "
                + "Clients that remember the old one will ask once.",
            evidence: seen.certificateEvidence,
            remedies: [Remedy.sessionEnvEnabled, Remedy.xrdpCertificate])
    }
}
