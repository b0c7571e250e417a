import Drawing
import FleetModel

/// The gateway in front of the server: its state, its certificate, and what each way in answered.
struct GatewaySection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let status = subject.gateway else { return [] }
        let (gateway, judgement) = (status.gateway, status.judgement)
        var lines = subject.field("gateway", "\(gateway.name), \(gateway.host) port \(gateway.port)")
        let age = status.age(at: subject.now).map { $0 == .zero ? " for 0s" : " for \($0.spoken)" } ?? ""
        lines += subject.field("its state", judgement.state.word + age, judgement.state.role)
        if let headline = judgement.headline { lines += subject.field("verdict", headline.medium, .strong) }
        guard let snapshot = status.snapshot else { return lines + subject.field("probed", "not yet", .dim) }
        if let left = judgement.certificateLeft {
            let words = left < .zero ? "ended \((.zero - left).spoken) ago" : "\(left.spoken) left"
            lines += subject.field("its cert", words, judgement.cells[.certificate].role)
        }
        lines += ways(snapshot, subject)
        return lines + subject.field("probed", subject.age(snapshot.ended), .dim)
    }

    /// The ways into a gateway, the one that clients try first in front.
    private func ways(_ snapshot: GatewaySnapshot, _ subject: DetailSubject) -> [Line] {
        var lines: [Line] = []
        func add(_ label: String, _ what: String, _ words: String, _ at: Instant, isBroken: Bool) {
            let earlier = at < snapshot.began ? ", seen \(subject.age(at))" : ""
            lines += subject.field(label, "\(what): \(words)\(earlier)", isBroken ? .failed : .normal)
        }
        let answers = [
            ("HTTP", "current clients", snapshot.transport), ("WebSocket", "newer clients", snapshot.webSocket),
            ("RPC", "clients from before 2012", snapshot.rpc),
        ]
        for (label, what, observation) in answers {
            guard let observation else { continue }
            add(
                label, what, Self.words(observation), observation.at,
                isBroken: label == "HTTP" && observation.failure != nil)
        }
        if let dtls = snapshot.dtls {
            let words = dtls.facts.map { "\($0.peer), \($0.words)" } ?? dtls.failure?.words ?? "nothing seen"
            add("DTLS", "the way over UDP", words, dtls.at, isBroken: false)
        }
        return lines
    }

    private static func words(_ observation: Observation<HTTPFacts>) -> String {
        guard let facts = observation.facts, facts.status != nil else {
            return observation.failure?.words ?? "nothing seen"
        }
        return facts.words
    }
}
