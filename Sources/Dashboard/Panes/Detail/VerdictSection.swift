import Drawing
import FleetModel

/// The state, since when, why, what speaks for it, and what to do.
struct VerdictSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let status = subject.status
        var lines = subject.field("state", Self.sentence(status, subject.now), status.judgement.state.role)
        guard let headline = status.judgement.headline else { return lines }
        lines += Self.lines(headline, subject)
        for finding in status.judgement.findings.dropFirst() {
            lines += subject.field("also", "\(finding.medium): \(finding.long) (\(finding.confidence.rawValue))", .dim)
        }
        return lines
    }

    /// What one rule concluded.
    static func lines(_ finding: Finding, _ subject: DetailSubject) -> [Line] {
        subject.field("what", finding.medium, .strong) + subject.field("why", finding.long)
            + subject.field("how sure", finding.confidence.sentence, .dim) + subject.fields("seen", finding.evidence)
            + subject.fields("do", finding.remedies.enumerated().map { "\($0.offset + 1). \($0.element)" })
    }

    /// `DOWN for 11m 20s, since 2026-11-23 09:18:40Z, ok before that`.
    static func sentence(_ status: ServerStatus, _ now: Instant) -> String {
        guard let since = status.since else { return "not probed yet: nothing is known" }
        let age = max(.zero, now - since).spoken
        let before = status.previous.map { ", \($0.word) before that" } ?? ""
        let state = status.judgement.state.sentenceWord
        return "\(state) for \(age), since \(since.dateText) \(since.timeText)Z\(before)"
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
