import Drawing
import FleetModel

/// What the fleet file expects, beside what was seen.
struct ExpectationSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let snapshot = subject.status.snapshot else { return [] }
        let policy = subject.status.server.policy
        var lines: [Line] = []
        if let expected = policy.expectedNLA {
            let seen = snapshot.nlaRequirement
            lines += line(
                "NLA \(expected.rawValue)", seen.map { "seen: \($0.words)" },
                isMet: seen?.rawValue == expected.rawValue,
                subject)
        }
        if let expected = policy.expectedUDP {
            let seen = snapshot.udp?.facts?.words ?? snapshot.udp?.failure?.words
            let answers = snapshot.udp?.failure == nil && snapshot.udp?.facts?.answered != nil
            lines += line(
                expected ? "UDP answers" : "UDP does not answer", seen.map { "seen: \($0)" },
                isMet: answers == expected,
                subject)
        }
        return lines.isEmpty
            ? subject.field("expected", "the fleet file expects nothing of NLA or UDP", .dim) : lines
    }

    private func line(_ expected: String, _ seen: String?, isMet: Bool, _ subject: DetailSubject) -> [Line] {
        guard let seen else { return subject.field("expected", "\(expected); not known yet", .unknown) }
        return subject.field(
            "expected", "\(expected); \(seen); \(isMet ? "as expected" : "not as expected")", isMet ? .ok : .warning)
    }
}
