import FleetModel

extension Rule {
    /// Before its beginning.
    ///
    /// A certificate that was made just now, on a clock a little ahead of ours, is in nobody's way for long: no outage.
    static let certificateNotYetValid = Rule(
        "certificate-not-yet-valid", .certificate, .down, .likely, mark: .failed(.expired),
        symptoms: [
            Symptom([UserCode(0x1B07)], "the certificate has expired or is not valid; check the clock", .possible)
        ]
    ) { seen in
        guard seen.isNotYetValid, let notBefore = seen.certificate?.leaf.notBefore else { return nil }
        let left = notBefore - seen.now
        let why =
            if let serverNow = seen.serverNow, serverNow >= notBefore {
                "By the server's own clock it has begun, so one of the two clocks is wrong."
            } else if let difference = seen.clockDifference, difference <= .minutes(1) {
                "The clocks of the server and here agree, so the one of whoever made it was probably wrong, or it was "
                    + "put in place too early."
            } else {
                "The clock of the server that made it, or the clock here, is probably wrong."
            }
        return Conclusion(
            short: "cert not yet valid",
            medium: "certificate not valid for another \(left.compact)",
            long: "The certificate begins in the future. \(why)",
            evidence: seen.certificateEvidence + seen.clockEvidence,
            remedies: [
                Remedy.ourClock, Remedy.clock, Remedy.listBinding, Remedy.xrdpCertificate, Remedy.resyncClock,
            ], isNot: seen.isNotBeforeTheCertificate, severity: left <= .minutes(5) ? .warning : nil)
    }
}
