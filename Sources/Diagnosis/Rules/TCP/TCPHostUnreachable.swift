import FleetModel

extension Rule {
    /// The network said that the host cannot be reached.
    static let tcpHostUnreachable = Rule(
        "tcp-host-unreachable", .tcp, .down, .certain, symptoms: [Symptom.connectFailed],
        isNot: [
            "Not 0x904: no connection is made that could be closed.",
            "Not the Remote Desktop service: the host itself is not reached.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .unreachable(.host) else { return nil }
        return Conclusion(
            short: "host unreachable",
            medium: "the network says: host unreachable",
            long: "A router or the local network said that the host cannot be reached: it is off, it has "
                + "another address, or a firewall rejects.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [Remedy.hostIsOn, Remedy.fromElsewhere, Remedy.ourRoutes, Remedy.askByHand, Remedy.pathFirewall])
    }
}
