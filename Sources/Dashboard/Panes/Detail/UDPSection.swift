import Drawing
import FleetModel

/// Whether the server takes the transport over UDP.
struct UDPSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let observation = subject.status.snapshot?.udp else { return [] }
        let earlier = subject.seenEarlier(observation.at)
        guard let facts = observation.facts else {
            return subject.field("UDP", (observation.failure?.words ?? "nothing seen") + earlier)
        }
        var lines = subject.field("UDP", "\(facts.peer): \(facts.words)\(earlier)")
        if let up = facts.upstreamMTU, let down = facts.downstreamMTU {
            lines += subject.field("datagrams", "at most \(up) bytes from the server, \(down) to it")
        }
        if facts.answered == nil {
            lines += subject.field("", "clients go on over TCP, and are slower on bad lines", .dim)
        }
        return lines
    }
}
