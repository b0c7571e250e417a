import FleetModel

extension Rule {
    /// Accepted, then reset before anything was said.
    static let tcpReset = Rule("tcp-reset", .tcp, .down, .possible) { seen in
        guard seen.failure(at: .tcp) == .reset else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) reset",
            medium: "accepts on \(seen.server.port), then resets",
            long: "The connection was accepted and then reset before a byte was exchanged. Possible causes "
                + "are a connection limit, an intrusion prevention system, or a port proxy without its "
                + "target.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.listenerLog,
                Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
