package import FleetModel

/// One server in one situation, with what a correct judgement of it looks like.
///
/// The samples are the common table of the tests: the judgement is checked against them, and screens and reports are
/// drawn from them.
package struct ServerSample: Sendable, CustomStringConvertible {
    /// What the server does, in a few words.
    package var title: String
    package var server: Server
    /// What a probe of it saw; nil before the first.
    package var snapshot: ServerSnapshot?
    /// The state it should be judged to be in.
    package var state: ServerState
    /// The signs its nine cells should show, such as `..R::::::`.
    package var signs: String
    /// The rule that should make the headline; nil when there is nothing to say.
    package var rule: String?
    /// The headline in at most 22 characters.
    package var short: String
    /// The headline in at most 38 characters.
    package var medium: String
    /// The gateway that it is down behind; nil when it is not.
    package var behind: String?

    package var description: String { title }
}

extension ServerSample {
    /// A judgement with the expected state, cells and headline, for tests that need no real rules.
    package var judgement: Judgement {
        Judgement(
            state: state, cells: Cells { Self.cell(of: Array(signs)[$0.index]) },
            findings: rule.map { [headline($0)] } ?? [],
            certificateLeft: snapshot?.certificate?.facts?.leaf.notAfter.map { $0 - SampleFleet.now },
            behind: behind)
    }

    /// The row of the board with the expected judgement.
    package var status: ServerStatus {
        ServerStatus(
            server: server, snapshot: snapshot, judgement: judgement,
            since: isKnown ? SampleFleet.probed - .minutes(11) : nil, previous: isKnown && state != .ok ? .ok : nil)
    }

    private var isKnown: Bool { snapshot != nil || behind != nil }

    private func headline(_ rule: String) -> Finding {
        let severity: Severity =
            switch state {
            case .down, .unconfirmed: .down
            case .warning: .warning
            case .unknown, .ok: .note
            }
        return Finding(
            rule: rule, layer: snapshot?.firstFailure?.layer ?? .certificate, severity: severity,
            confidence: .certain, short: short, medium: medium, long: "In a sentence: \(medium).",
            at: snapshot?.ended,
            evidence: ["what was seen, first line", "what was seen, second line"],
            remedies: [
                Remedy(.check, at: .server, "On the server", run: "the first thing to do"),
                Remedy(.fix, at: .server, "Then", run: "the second thing to do"),
            ])
    }

    /// The cell that shows a sign.
    static func cell(of sign: Character) -> Cell {
        switch sign {
        case ".": .ok
        case "!": .warning(nil)
        case ":": .notReached
        case "-": .notApplicable
        default: ReasonLetter(rawValue: String(sign)).map(Cell.failed) ?? .unknown
        }
    }
}
