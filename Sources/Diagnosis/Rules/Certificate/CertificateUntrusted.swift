import FleetModel

extension Rule {
    /// Not trusted although the fleet file expects that.
    static let certificateUntrusted = Rule(
        "certificate-untrusted", .certificate, .warning, .certain, mark: .warning(.untrusted),
        symptoms: [Symptom.certificateWarning, Symptom.untrustedRoot]
    ) { seen in
        guard seen.server.policy.expectsTrustedCertificate, seen.isUntrusted else { return nil }
        let isSelfSigned = seen.certificate?.leaf.isSelfSigned ?? false
        return Conclusion(
            short: "cert not trusted",
            medium: "not trusted, though that is expected",
            long: "The fleet file expects a trusted certificate, and this one leads to no authority that is "
                + "known here. "
                + (isSelfSigned
                    ? "Windows falls back to its self-signed certificate when the configured one is missing, has ended "
                        + "or lacks the right usage (events 1051, 1053 and 1054)."
                    : "It comes from an authority that is missing here, or it is not the server's own."),
            evidence: seen.certificateEvidence,
            remedies: isSelfSigned
                ? [
                    Remedy.listBinding, Remedy.certificateEvents, Remedy.xrdpCertificate, Remedy.enrol,
                    Remedy.bindCertificate, Remedy.newXrdpCertificate,
                ] : [Remedy.listBinding, Remedy.xrdpCertificate, Remedy.compareNearby, Remedy.trustAuthority],
            isNot: [
                isSelfSigned
                    ? "Not an authority that is missing on clients: the certificate is signed by itself."
                    : "Not the self-signed certificate that Windows makes: somebody else signed it."
            ])
    }
}
