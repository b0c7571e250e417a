import FleetModel

extension Rule {
    /// Not the certificate that the fleet file pins.
    static let certificatePinMismatch = Rule(
        "certificate-pin-mismatch", .certificate, .warning, .certain, mark: .failed(.untrusted)
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
                Remedy(.check, at: .here, "If it was renewed, put its new SHA-256 under pin in the fleet file"),
                Remedy(
                    .check, at: .server, "If it was not, find out who answers at this address before anybody logs on"),
            ])
    }
}
