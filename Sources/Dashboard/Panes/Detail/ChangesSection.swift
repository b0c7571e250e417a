import Drawing
import FleetModel

/// What has happened to the server since the program was started, the newest first: when, for how long, and what.
struct ChangesSection: DetailSection {
    /// The most events that are listed.
    private static let limit = 200
    /// The cells of a time, of a duration and of a state, the blanks behind them included.
    private static let (time, duration, state) = (21, 9, 7)

    func lines(_ subject: DetailSubject) -> [Line] {
        guard !subject.events.isEmpty else {
            return subject.field("now", VerdictSection.sentence(subject.status, subject.now))
                + subject.field("changes", "none seen since this program was started", .dim)
        }
        let spans = Self.spans(subject.events, now: subject.now)
        let shown = zip(subject.events, spans).prefix(Self.limit)
        let rest = subject.events.count - Self.limit
        return heading(subject) + shown.flatMap { row($0, $1, subject) }
            + (rest > 0 ? [Line(" and \(rest) earlier ones", .dim)] : [])
    }

    private func heading(_ subject: DetailSubject) -> [Line] {
        guard !subject.isNarrow else { return [Line(" What has happened", .heading)] }
        return [
            Line(
                pad(" time", to: Self.time + 1) + pad("for", to: Self.duration) + pad("state", to: Self.state)
                    + "what was seen", .heading)
        ]
    }

    /// How long what each event brought has lasted, or did last: until the next event about the state; nil where that is
    /// no state.
    static func spans(_ events: [TimelineEvent], now: Instant) -> [Span?] {
        var end = now
        return events.map { event in
            guard event.isAboutState else { return nil }
            defer { end = event.at }
            return max(.zero, end - event.at)
        }
    }

    private func row(_ event: TimelineEvent, _ span: Span?, _ subject: DetailSubject) -> [Line] {
        let time = "\(event.at.dateText) \(event.at.timeText)Z"
        let text = CleanText.clean(event.sentence, limit: 1_024)
        let lasted = span.map(Self.words) ?? "-"
        guard !subject.isNarrow else {
            return [
                Line(" \(time) ", .dim).adding(event.word, role(event)).adding(
                    span == nil ? "" : " for \(lasted)", .dim)
            ] + wrap(text, to: max(8, subject.width - 5)).map { Line("    " + $0) }
        }
        let indent = 1 + Self.time + Self.duration + Self.state
        let pieces = wrap(text, to: max(8, subject.width - indent - 1))
        let head = Line(" " + pad(time, to: Self.time) + pad(lasted, to: Self.duration), .dim)
            .adding(pad(event.word, to: Self.state), role(event))
        return pieces.enumerated().map {
            $0.offset == 0 ? head.adding($0.element) : Line(pad("", to: indent) + $0.element)
        }
    }

    /// `11m 20s`, `0s`.
    private static func words(_ span: Span) -> String { span < .seconds(1) ? "0s" : span.spoken }

    private func role(_ event: TimelineEvent) -> Role {
        switch event.kind {
        case .down: .failed
        case .warning: .warning
        case .unknown: .unknown
        case .recovered: .ok
        case .verdictChanged: event.previous?.role ?? .normal
        case .certificateRenewed, .certificateChanged, .ourSideTrouble, .ourSideFine, .acknowledged, .muted, .lifted,
            .probingStopped, .probingResumed:
            .normal
        }
    }
}
