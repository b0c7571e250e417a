import Drawing
import FleetModel

/// How the probes since the program was started ended: the last ones sign by sign, all of them as a count.
struct OutcomesSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        // Of a server that is never probed itself its gateway is all that is known.
        let isGateway = subject.status.snapshot == nil
        let memory = subject.status.snapshot?.sinceStart ?? subject.gateway?.snapshot?.sinceStart
        guard let memory else { return subject.field("history", "not probed yet: nothing is known") }
        let began = "\(memory.began.dateText) \(memory.began.timeText)Z"
        return subject.field(
            "history",
            "for now what was seen \(isGateway ? "of its gateway " : "")since this program was started, \(began)",
            .dim)
            + subject.field("got through", Self.share(memory), memory.passed < memory.counted ? .warning : .normal)
            + strip(memory, subject)
    }

    /// `118 of 120 probes (98.3%)`; a share below the whole never reads as the whole.
    static func share(_ memory: SinceStart) -> String {
        guard memory.counted > 0 else { return "no probe has told yet" }
        let perMille = memory.passed * 1000 / memory.counted
        return "\(memory.passed) of \(memory.counted) \(memory.counted == 1 ? "probe" : "probes")"
            + " (\(perMille / 10).\(perMille % 10)%)"
    }

    private func strip(_ memory: SinceStart, _ subject: DetailSubject) -> [Line] {
        guard memory.outcomes.count > 0 else { return [] }
        let signs = memory.outcomes.signs.map { $0 == "." ? String(subject.glyphs.ok) : String($0) }.joined()
        let count = memory.outcomes.count
        let meaning = "the last \(count == 1 ? "probe" : "\(count) probes"), the newest at the right"
        // DOWN beside nothing but good probes wants a word.
        let isDownAllTheSame = memory.outcomes.allPassed && subject.status.judgement.state == .down
        let why =
            isDownAllTheSame && subject.status.snapshot != nil
            ? ["what is wrong with a certificate stops no probe"] : []
        return subject.field("stopped at", signs, memory.outcomes.allPassed ? .ok : .failed)
            + subject.field(
                "",
                "\(meaning): \(subject.glyphs.ok) got through, else the letter of the layer that "
                    + "stopped it (X is X.224)", .dim)
            + subject.fields("", why, .dim)
            + subject.fields("stopped by", memory.outcomes.failures.map(\.words))
    }
}

extension RecentOutcomes.Failure {
    /// `TCP: refused, 3 times`.
    fileprivate var words: String {
        "\(layer.title): \(manner.words), \(count == 1 ? "once" : "\(count) times")"
    }
}

extension ProbeOutcome.Manner {
    fileprivate var words: String {
        switch self {
        case .timedOut: "no answer"
        case .refused: "refused"
        case .unreachable: "not reachable"
        case .reset: "reset"
        case .closed: "closed"
        case .other: "an answer that says no, or makes no sense"
        }
    }
}
