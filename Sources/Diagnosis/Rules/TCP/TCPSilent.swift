import FleetModel

extension Rule {
    /// The SYN was not answered.
    static let tcpSilent = Rule(
        "tcp-silent", .tcp, .down, .possible, symptoms: [Symptom.connectTimedOut],
        isNot: [
            "Not 0x904: no connection is made that could be closed.",
            "Not proof that the host is off: a firewall that drops packets looks the same.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .timedOut, !seen.isPossiblyBlocked, !seen.answersPing, !seen.hasFallenSilent
        else { return nil }
        let time = elapsed(seen.snapshot?.tcp?.microseconds ?? 0)
        return Conclusion(
            short: "\(seen.tcpPort) no answer",
            medium: "no answer to \(seen.tcpPort) in \(time)",
            long: "Nothing answered the SYN. A firewall that drops it, a host that is off, a wrong address, or "
                + "Windows with its service stopped and its firewall on would all look like this.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.hostIsOn, Remedy.fromElsewhere, Remedy.networkProfile, Remedy.listener, Remedy.pathFirewall,
                seen.opensFirewall,
            ])
    }
}
