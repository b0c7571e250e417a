import FleetModel

extension Rule {
    /// No answer to the RDP-UDP probe, where none is expected.
    static let udpSilent = Rule(
        "udp-silent", .udp, .note, .possible,
        symptoms: [Symptom.withoutCode("no error; sessions run over TCP, which is slower on lossy lines")],
        isNot: ["Not why a connection fails: UDP begins only after the TCP connection is up."]
    ) { seen in
        guard seen.notedDatagramFailure == .timedOut else { return nil }
        return Conclusion(
            short: "UDP: no answer",
            medium: "no answer on UDP, TCP works",
            long: "Nothing answered the RDP-UDP probe. A firewall that drops it, UDP switched off, or a server that "
                + "answers only within a session would look like this. Sessions run over TCP then.",
            evidence: seen.evidence(of: .udp),
            remedies: [Remedy.udpFirewallRule, Remedy.udpPolicy, Remedy.udpAllowed, Remedy.udpPath])
    }
}
