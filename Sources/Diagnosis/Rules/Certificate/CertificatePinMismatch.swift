import FleetModel

extension Rule {
    /// Not the certificate that the fleet file pins.
    static let certificatePinMismatch = Rule(
        "certificate-pin-mismatch", .certificate, .warning, .certain, mark: .failed(.untrusted),
        symptoms: [Symptom.unexpectedCertificate, Symptom.certificateWarning],
        isNot: ["Not proof of an attack: a renewed certificate looks the same until somebody compares."]
    ) { seen in
        guard seen.has(.pinMismatch) else { return nil }
        return Conclusion(
            short: "not the pinned cert",
            medium: "not the certificate that is pinned",
            long: "The server shows another certificate than the fleet file names. It was renewed, or "
                + "something between answers in the server's place.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.listBinding,
                Remedy.xrdpCertificate,
                Remedy(
                    .check, at: .between,
                    "If it is not the server's, find out who answers at this address before anybody logs on"),
                Remedy(.fix, at: .here, "If it was renewed, put its new SHA-256 under pin in the fleet file"),
            ])
    }
}
