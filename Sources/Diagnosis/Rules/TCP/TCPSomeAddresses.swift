import FleetModel

extension Rule {
    /// An address of the name does not answer as another one does.
    static let tcpSomeAddresses = Rule(
        "tcp-some-addresses", .tcp, .warning, .certain, mark: .warning(nil),
        symptoms: [Symptom.forSome("some clients wait long, or cannot connect, and others notice nothing")],
        isNot: ["Not a server that is down: another address of the name answers."]
    ) { seen in
        guard let dead = seen.failedAttempts(ours: false).first, seen.snapshot?.tcp?.failure == nil else { return nil }
        return Conclusion(
            short: "one address fails",
            medium: "one address fails, another answers",
            long: "The name has several addresses, and clients that try \(dead.peer.address) first must "
                + "wait or fail.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.ownAddresses,
                Remedy(
                    .check, at: .between,
                    "Check that the port is open at that address as well (firewall, listener binding)",
                    run: "netstat -a -n -o"),
                Remedy(
                    .fix, at: .dns, "If the address does not belong to the server any more, remove its record from DNS",
                    undo: "add the record again"), Remedy.forgetAnswers,
            ])
    }
}
