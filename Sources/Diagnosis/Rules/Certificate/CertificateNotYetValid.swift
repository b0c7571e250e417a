import FleetModel

extension Rule {
    /// Before its beginning.
    static let certificateNotYetValid = Rule(
        "certificate-not-yet-valid", .certificate, .down, .likely, mark: .failed(.expired)
    ) { seen in
        guard seen.isNotYetValid, let notBefore = seen.certificate?.leaf.notBefore else { return nil }
        let left = (notBefore - seen.now).compact
        return Conclusion(
            short: "cert not yet valid",
            medium: "certificate not valid for another \(left)",
            long: "The certificate begins in the future. The clock of the server that made it, or the clock "
                + "here, is probably wrong.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.clock,
                Remedy(.check, at: .server, "If it is wrong", run: "w32tm /resync"),
                Remedy.ourClock,
            ])
    }
}
