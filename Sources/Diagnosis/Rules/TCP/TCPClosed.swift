import FleetModel

extension Rule {
    /// Accepted, then closed before anything was said.
    static let tcpClosed = Rule(
        "tcp-closed", .tcp, .down, .possible, symptoms: [Symptom.connectionClosed],
        isNot: [
            "Not a filtered port: the TCP handshake passed.",
            "Not the certificate and not NLA: the connection ends before either is spoken of.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .closed else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) closed",
            medium: "accepts on \(seen.server.port), then closes",
            long: "The connection was accepted and then closed in order before a byte was exchanged. "
                + "Possible causes are a wedged listener, a connection limit, or a port proxy without its "
                + "target.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.seeEveryStep, Remedy.listener, Remedy.listenerLog, Remedy.xrdpLog, Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
