import FleetModel

extension Rule {
    /// Accepted, then closed before anything was said.
    static let tcpClosed = Rule("tcp-closed", .tcp, .down, .possible) { seen in
        guard seen.failure(at: .tcp) == .closed else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) closed",
            medium: "accepts on \(seen.server.port), then closes",
            long: "The connection was accepted and then closed in order before a byte was exchanged. "
                + "Possible causes are a wedged listener, a connection limit, or a port proxy without its "
                + "target.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.listenerLog,
                Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
