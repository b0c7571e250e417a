import FleetModel

extension Rule {
    /// Past its end, and nobody renews it by itself.
    static let certificateExpired = Rule(
        "certificate-expired", .certificate, .down, .certain, mark: .failed(.expired),
        symptoms: [Symptom.certificateExpired]
    ) { seen in
        guard let left = seen.expiredSince, !seen.renewsItself else { return nil }
        let clock = seen.hasNotEndedForTheServer
        let why =
            if clock {
                "By the server's own clock it has not ended yet: one of the two clocks is wrong."
            } else if seen.software == .windows {
                "Windows goes over to its self-signed certificate when the configured one has ended (event 1053), so "
                    + "either it has not looked since, or something between shows this one."
            } else {
                "Nothing renews it by itself, as far as can be seen."
            }
        return Conclusion(
            short: "cert expired \(left.compact) ago",
            medium: "certificate expired \(left.compact) ago",
            long: "Clients refuse an expired certificate, or warn of it at each connection. \(why)",
            evidence: seen.certificateEvidence + (clock ? seen.clockEvidence : []),
            remedies: clock
                ? [Remedy.ourClock, Remedy.clock, Remedy.listBinding, Remedy.resyncClock]
                : [
                    Remedy.listBinding, Remedy.xrdpCertificate, Remedy.enrol, Remedy.bindCertificate,
                    Remedy.unbindCertificate, Remedy.newXrdpCertificate,
                ],
            isNot: seen.isNotBeforeTheCertificate, confidence: clock ? .possible : nil)
    }
}
