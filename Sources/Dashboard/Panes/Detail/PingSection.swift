import Drawing
import FleetModel

/// How the last echoes fared: loss, round trip, and how much that varies.
struct PingSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let observation = subject.status.snapshot?.ping else { return [] }
        let earlier = subject.seenEarlier(observation.at)
        guard let facts = observation.facts, let loss = facts.lossPercent else {
            return subject.field("ping", Self.absence(observation.failure) + earlier)
        }
        let share = "\(facts.received) of \(facts.sent) answered, \(loss)% lost"
        var lines = subject.field("ping", "\(facts.target): \(share)\(earlier)", loss > 0 ? .warning : .normal)
        if facts.received == 0 {
            lines += subject.field("", "many networks let no echo pass, and users connect all the same", .dim)
        }
        if let last = facts.last, let mean = facts.mean {
            lines += subject.field("round trip", "last \(last.latency), mean \(mean.latency)\(Self.range(facts))")
        }
        if let jitter = facts.jitter {
            lines += subject.field("jitter", "\(jitter.latency) from one answer to the next, on average")
        }
        return lines
    }

    private static func range(_ facts: PingFacts) -> String {
        guard let shortest = facts.shortest, let longest = facts.longest else { return "" }
        return ", from \(shortest.latency) to \(longest.latency)"
    }

    /// Why there are no echoes. The kernel lets those groups ping that `net.ipv4.ping_group_range` names (icmp(7)).
    static func absence(_ failure: LayerFailure?) -> String {
        switch failure {
        case .ourFault(.notPermitted)?:
            "not permitted here: allow it with sysctl -w net.ipv4.ping_group_range=\"0 2147483647\""
        case let failure?: failure.words
        case nil: "no echo sent yet"
        }
    }
}
