import FleetModel

extension Rule {
    /// The host says that nothing listens on the UDP port.
    static let udpClosed = Rule(
        "udp-closed", .udp, .note, .certain,
        symptoms: [Symptom.withoutCode("no error; sessions run over TCP, which is slower on lossy lines")],
        isNot: ["Not why a connection fails: UDP begins only after the TCP connection is up."]
    ) { seen in
        guard seen.notedDatagramFailure == .refused else { return nil }
        return Conclusion(
            short: "UDP \(seen.server.port) closed",
            medium: "UDP \(seen.server.port) is closed, TCP works",
            long: "The host answered that nothing listens on the UDP port. Sessions run over TCP, which is slower on "
                + "lossy lines.",
            evidence: seen.evidence(of: .udp),
            remedies: [Remedy.udpListener, Remedy.udpPolicy])
    }
}
