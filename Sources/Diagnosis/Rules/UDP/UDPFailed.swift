import FleetModel

extension Rule {
    /// The RDP-UDP probe fails in another way, where nothing is expected of it.
    static let udpFailed = Rule(
        "udp-failed", .udp, .note, .possible,
        symptoms: [Symptom.withoutCode("no error; sessions run over TCP, which is slower on lossy lines")],
        isNot: ["Not why a connection fails: UDP begins only after the TCP connection is up."]
    ) { seen in
        guard let failure = seen.notedDatagramFailure, failure != .timedOut, failure != .refused else { return nil }
        return Conclusion(
            short: "UDP fails, TCP works",
            medium: "UDP: \(failure.words)",
            long:
                "The RDP-UDP probe failed, and TCP works. Sessions run over TCP then, which is slower on lossy lines.",
            evidence: seen.evidence(of: .udp),
            remedies: [Remedy.seeEveryStep, Remedy.udpFirewallRule, Remedy.udpPath])
    }
}
