import FleetModel

extension Rule {
    /// The certificate of Windows' own making is past its end.
    ///
    /// Windows makes the new one when it is asked for, and not at the moment at which the old one ends; so within the
    /// first hour it is late, and not yet broken.
    static let certificateNotRenewed = Rule(
        "certificate-not-renewed", .certificate, .down, .likely, mark: .failed(.expired),
        symptoms: [Symptom.certificateExpired]
    ) { seen in
        guard let left = seen.expiredSince, seen.renewsItself else { return nil }
        let clock = seen.hasNotEndedForTheServer
        let isLate = left < .hours(1)
        return Conclusion(
            short: "cert not renewed",
            medium: "renewal did not happen, ended \(left.compact) ago",
            long: clock
                ? "By the server's own clock its certificate has not ended, so it renews nothing: one of the two clocks "
                    + "is wrong. Windows makes a new self-signed certificate when none is valid by its clock."
                : "Windows renews its self-signed certificate by itself when none is valid, and here it "
                    + (isLate ? "has not yet. If it does not soon, the" : "did not. The")
                    + " service SessionEnv or its access to the private keys is probably broken; events 1057 and "
                    + "1058 on the server would prove it.",
            evidence: seen.certificateEvidence + (clock ? seen.clockEvidence : []),
            remedies: clock
                ? [Remedy.ourClock, Remedy.clock, Remedy.certificateEvents, Remedy.resyncClock]
                : [
                    Remedy.certificateEvents, Remedy.sessionEnvEnabled, Remedy.xrdpCertificate, Remedy.newSelfSigned,
                    Remedy.grantKey, Remedy.repairKeys,
                ],
            isNot: seen.isNotBeforeTheCertificate, severity: isLate ? .warning : nil,
            confidence: clock || isLate ? .possible : nil)
    }
}
