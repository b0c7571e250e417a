import FleetModel

extension Rule {
    /// The host answers echoes and its port says nothing: something lets the one pass and drops the other.
    ///
    /// A stopped service looks the same on Windows, whose firewall drops the reset of a port that nothing listens on
    /// (stealth mode, Microsoft support 2586744).
    static let tcpFiltered = Rule(
        "tcp-filtered", .tcp, .down, .likely, symptoms: [Symptom.connectTimedOut],
        isNot: ["Not a host that is off: it answers ping."]
    ) { seen in
        guard seen.failure(at: .tcp) == .timedOut, seen.answersPing, !seen.isPossiblyBlocked else { return nil }
        return Conclusion(
            short: "\(seen.tcpPort) filtered",
            medium: "pings, but \(seen.tcpPort) is silent",
            long:
                "The host answers ping, and nothing answers on \(seen.tcpPort). A firewall, on the server or before it, "
                + "that drops the connection is probably why. Where the service is stopped, the firewall of Windows keeps "
                + "silent as well; and a host that hangs may still answer ping.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.firewallState, Remedy.networkProfile, Remedy.listener, Remedy.linuxFirewall,
                Remedy.pathFirewall, seen.opensFirewall,
            ])
    }
}
