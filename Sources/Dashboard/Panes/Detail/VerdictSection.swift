import Drawing
import FleetModel

/// The state, since when, who takes care of it, what it is and why, how sure that is, and what to do first.
struct VerdictSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let status = subject.status
        // Who opens a server that somebody else works on should see that first.
        let state =
            subject.field("state", Self.sentence(status, subject.now), status.judgement.state.role) + subject.attention
        let shared = subject.shared.prefix(1).flatMap { subject.field("shared", $0.line) }
        guard let headline = status.judgement.headline else {
            return state + shared + (status.isKnown ? subject.field("why", "every layer that was tried passed") : [])
        }
        let parts = FindingText(headline, subject)
        let others = status.judgement.findings.dropFirst().flatMap { finding in
            subject.field("also", "\(finding.medium) (\(finding.confidence.rawValue))")
        }
        // On a narrow screen the state stands in the heading, and what to do must not be scrolled for.
        return subject.isNarrow
            ? parts.what + parts.firstSteps + state + shared + parts.why + parts.sure + others
            : state + shared + parts.what + parts.why + parts.sure + parts.firstSteps + others
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
