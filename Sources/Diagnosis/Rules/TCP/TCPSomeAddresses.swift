import FleetModel

extension Rule {
    /// An address of the name does not answer as another one does.
    static let tcpSomeAddresses = Rule("tcp-some-addresses", .tcp, .warning, .certain, mark: .warning(nil)) { seen in
        guard let dead = seen.failedAttempts(ours: false).first, seen.snapshot?.tcp?.failure == nil else { return nil }
        return Conclusion(
            short: "one address fails",
            medium: "one address fails, another answers",
            long: "The name has several addresses, and clients that try \(dead.peer.address) first must "
                + "wait or fail.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy(.check, at: .dns, "If the address no longer belongs to the server, remove its record from DNS"),
                Remedy(.check, at: .between, "If it does, open the port there as well (firewall, listener binding)"),
            ])
    }
}
