import FleetModel

extension Rule {
    /// The host says that nothing listens on the UDP port.
    static let udpClosed = Rule("udp-closed", .udp, .note, .certain) { seen in
        guard seen.notedDatagramFailure == .refused else { return nil }
        return Conclusion(
            short: "UDP \(seen.server.port) closed",
            medium: "UDP \(seen.server.port) is closed, TCP works",
            long: "The host answered that nothing listens on the UDP port. Sessions run over TCP, which is slower on "
                + "lossy lines.",
            evidence: seen.evidence(of: .udp),
            remedies: [Remedy.udpPolicy])
    }
}
