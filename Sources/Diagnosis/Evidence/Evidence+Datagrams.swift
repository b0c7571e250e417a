import FleetModel

extension Case {
    /// What the echoes showed.
    var pingEvidence: [String] {
        guard let ping = snapshot?.ping else { return [] }
        if case .ourFault(let fault) = ping.failure {
            guard fault == .notPermitted else { return ["ping: \(fault.words)"] }
            return ["ping: not permitted here, see net.ipv4.ping_group_range"]
        }
        guard let facts = ping.facts, facts.sent > 0 else { return ping.failure.map { ["ping: \($0.words)"] } ?? [] }
        var line =
            "ping \(facts.target): \(facts.received) of \(facts.sent == 1 ? "1 echo" : "\(facts.sent) echoes") answered"
        if let mean = facts.mean { line += ", \(elapsed(mean)) on average" }
        if let jitter = facts.jitter, jitter >= 30_000 {
            line += ", differing by \(elapsed(jitter)) from one to the next"
        }
        guard let failure = ping.failure, failure != .timedOut else { return [line] }
        return [line, "ping: \(failure.words)"]
    }

    /// What the RDP-UDP probe showed.
    var udpEvidence: [String] {
        guard let udp = snapshot?.udp else { return [] }
        let time = elapsed(udp.microseconds)
        guard let facts = udp.facts else { return udp.failure.map { ["UDP: \($0.words) after \(time)"] } ?? [] }
        let asked = "UDP \(facts.peer): \(counted(facts.datagrams, "datagram")) of version \(facts.requested.name) sent"
        if let answered = facts.answered {
            let sizes = [facts.upstreamMTU, facts.downstreamMTU].compactMap { $0 }.map(String.init)
            let units = sizes.isEmpty ? "" : ", at most \(sizes.joined(separator: " and ")) bytes in one"
            return [asked, "UDP: SYN+ACK of version \(answered.name) after \(time)\(units)"]
        }
        guard let failure = udp.failure else { return [asked] }
        if failure == .refused { return [asked, "UDP: ICMP says that the port is closed, after \(time)"] }
        return [asked, "UDP: \(failure.words) \(failure == .timedOut ? "within" : "after") \(time)"]
    }
}
