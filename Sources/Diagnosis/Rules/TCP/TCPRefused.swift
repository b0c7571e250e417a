import FleetModel

extension Rule {
    /// The SYN was answered with a reset.
    static let tcpRefused = Rule(
        "tcp-refused", .tcp, .down, .certain, symptoms: [Symptom.connectFailed],
        isNot: [
            "Not 0x904: no connection is made that could be closed.",
            "Not a firewall that drops packets in silence: something answered.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .refused else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) refused",
            medium: "\(seen.tcpPort) refused at once",
            long: "The address answered with a reset: nothing listens on the port, or a firewall rejects "
                + "the connection. The host or a device in front of it is up.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.listener, Remedy.portNumber, Remedy.xrdpListens, Remedy.startService, Remedy.allowConnections,
                Remedy.startXrdp,
            ])
    }
}
