import Drawing
import FleetModel

/// The state, since when, why, what speaks for it, and what to do.
struct VerdictSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let status = subject.status
        let state = subject.field("state", Self.sentence(status, subject.now), status.judgement.state.role)
        guard let headline = status.judgement.headline else { return state }
        let verdict = Self.lines(headline, subject)
        let others = status.judgement.findings.dropFirst().flatMap { finding in
            subject.field("also", "\(finding.medium): \(finding.long) (\(finding.confidence.rawValue))", .dim)
        }
        // On a narrow screen the state stands in the heading, and what to do must not be scrolled for.
        return (subject.isNarrow ? verdict + state : state + verdict) + others
    }

    /// What one rule concluded; on a narrow screen what to do comes right after it.
    static func lines(_ finding: Finding, _ subject: DetailSubject) -> [Line] {
        let what = subject.field("what", finding.medium, .strong)
        let steps = finding.remedies.enumerated().map { "\($0.offset + 1). \($0.element.line)" }
        let remedies = subject.fields("do", steps)
        let reasons =
            subject.field("why", finding.long) + subject.field("how sure", finding.confidence.sentence, .dim)
            + subject.fields("seen", finding.evidence)
        return subject.isNarrow ? what + remedies + reasons : what + reasons + remedies
    }

    /// `DOWN for 11m 20s, since 2026-11-23 09:18:40Z, ok before that`.
    static func sentence(_ status: ServerStatus, _ now: Instant) -> String {
        guard let since = status.since, let age = status.age(at: now) else {
            return "not probed yet: nothing is known"
        }
        let before = status.previous.map { ", \($0.word) before that" } ?? ""
        let state = status.judgement.state.sentenceWord
        return "\(state) for \(age == .zero ? "0s" : age.spoken), since \(since.dateText) \(since.timeText)Z\(before)"
    }
}

extension ServerState {
    /// The state in a sentence.
    fileprivate var sentenceWord: String {
        switch self {
        case .down, .warning, .ok: word
        case .unconfirmed: "failed once, not checked again yet,"
        case .unknown: "not known"
        }
    }
}

extension Confidence {
    /// What the word means.
    var sentence: String {
        switch self {
        case .certain: "certain: seen on the wire"
        case .likely: "likely: a documented cause that matches what was seen"
        case .possible: "possible: one of several causes that would look the same"
        }
    }
}
