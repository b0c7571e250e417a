import FleetModel

extension Rule {
    /// The fleet file says that UDP works, and it does not.
    static let udpExpected = Rule(
        "udp-expected", .udp, .warning, .possible,
        symptoms: [Symptom.withoutCode("no error; sessions run over TCP, which is slower on lossy lines")],
        isNot: ["Not why a connection fails: UDP begins only after the TCP connection is up."]
    ) { seen in
        guard seen.server.policy.expectedUDP == true, let failure = seen.datagramFailure else { return nil }
        return Conclusion(
            short: "UDP \(seen.server.port) fails",
            medium: "UDP expected: \(failure == .timedOut ? "no answer" : failure.words)",
            long: "The fleet file expects UDP, and the RDP-UDP probe fails, so sessions run over TCP: slower on lossy "
                + "lines, and no failed connection. A firewall on the way, or UDP switched off, would look like this.",
            evidence: seen.evidence(of: .udp),
            remedies: [Remedy.udpFirewallRule, Remedy.udpListener, Remedy.udpPolicy, Remedy.udpAllowed, Remedy.udpPath])
    }
}
