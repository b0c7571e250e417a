import FleetModel

extension Rule {
    /// Accepted, then reset before anything was said.
    static let tcpReset = Rule(
        "tcp-reset", .tcp, .down, .possible, symptoms: [Symptom.connectionClosed, Symptom.receiveFailed],
        isNot: [
            "Not a filtered port: the TCP handshake passed.",
            "Not the certificate and not NLA: the connection ends before either is spoken of.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .reset else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) reset",
            medium: "accepts on \(seen.server.port), then resets",
            long: "The connection was accepted and then reset before a byte was exchanged. Possible causes "
                + "are a connection limit, an intrusion prevention system, or a port proxy without its "
                + "target.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.seeEveryStep, Remedy.listener, Remedy.listenerLog, Remedy.xrdpLog, Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
