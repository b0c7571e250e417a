import FleetModel

/// The events along a line of time, in lanes by what they are: a mark for each story, the larger the more it happened to.
struct TimelineChart {
    /// A row of the picture.
    private enum Lane: Int, CaseIterable {
        case down, warning, unknown, recovered, certificate, people

        var title: String {
            switch self {
            case .down: "down"
            case .warning: "warning"
            case .unknown: "not known"
            case .recovered: "ok again"
            case .certificate: "certificate"
            case .people: "our side and people"
            }
        }

        init(_ event: TimelineEvent) {
            switch event.kind {
            case .down: self = .down
            case .verdictChanged: self = event.previous == .warning ? .warning : .down
            case .warning: self = .warning
            case .unknown: self = .unknown
            case .recovered: self = .recovered
            case .certificateRenewed, .certificateChanged: self = .certificate
            case .ourSideTrouble, .ourSideFine, .acknowledged, .muted, .lifted, .probingStopped, .probingResumed:
                self = .people
            }
        }
    }

    private struct Mark {
        let lane: Lane
        let style: Markup
        let at: Percentage
        let count: Int
        let words: String

        /// In pixels.
        var radius: Int { count >= 20 ? 10 : count >= 5 ? 8 : 6 }
    }

    private let marks: [Mark]
    private let lanes: [Lane]
    private let began: Instant
    private let ended: Instant

    /// The height of a lane, in pixels.
    private static let pitch = 48

    init(_ folds: [EventFold], in report: SnapshotReport) {
        let earliest = folds.map(\.at).min() ?? report.at
        let began = min(report.watchedSince ?? earliest, earliest)
        let ended = max(report.at, folds.map(\.at).max() ?? report.at)
        let span = max(1, (ended - began).milliseconds)
        (self.began, self.ended) = (began, ended)
        marks = folds.reversed().compactMap { fold in
            guard let event = report.timeline[fold.headline] else { return nil }
            // Inside of both ends, so that no mark is cut.
            let place =
                15 + Percentage(Int(clamping: (fold.at - began).milliseconds), of: Int(clamping: span)).tenths
                * 970 / 1000
            return Mark(
                lane: Lane(event), style: event.style, at: Percentage(tenths: place), count: fold.numbers.count,
                words: "\(fold.at.timeText) \(fold.text)")
        }
        let used = Set(marks.map(\.lane))
        lanes = Lane.allCases.filter(used.contains)
    }

    var markup: Markup {
        """
        <svg class="chart" role="img" height="\(lanes.count * Self.pitch + 30)" \
        aria-labelledby="timeline-title timeline-text">
        <title id="timeline-title">What happened when</title>
        <desc id="timeline-text">From \(began.iso8601) to \(ended.iso8601). The list below it says the same.</desc>
        \(lanes.enumerated().map { lane($0.offset, $0.element) })\(axis)</svg>

        """
    }

    private func lane(_ index: Int, _ lane: Lane) -> Markup {
        let line = index * Self.pitch + 34
        return """
            <text x="0" y="\(line - 20)">\(lane.title)</text>\
            <line class="rule" x1="0" x2="100%" y1="\(line)" y2="\(line)"/>
            \(marks.filter { $0.lane == lane }.map { dot($0, at: line) })
            """
    }

    private func dot(_ mark: Mark, at line: Int) -> Markup {
        """
        <circle class="dot \(mark.style)" cx="\(mark.at)" cy="\(line)" r="\(mark.radius)">\
        <title>\(mark.words)</title></circle>\
        \(mark.count > 1 ? count(mark, at: line) : nil)

        """
    }

    /// How many it happened to, beside the mark: to its left where there is no room to its right.
    private func count(_ mark: Mark, at line: Int) -> Markup {
        let isLast = mark.at.tenths > 900
        return """
            <text class="many" text-anchor="\(isLast ? "end" : "start" as Markup)" x="\(mark.at)" \
            dx="\(isLast ? -mark.radius - 4 : mark.radius + 4)" y="\(line - 5)">\(mark.count)</text>
            """
    }

    private var axis: Markup {
        let bottom = lanes.count * Self.pitch + 24
        let span = (ended - began).milliseconds
        let ticks = (0...4).map { quarter -> Markup in
            let time = began + .milliseconds(span / 4 * Int64(quarter))
            let (anchor, style): (Markup, Markup) =
                switch quarter {
                case 0: ("start", "end")
                case 4: ("end", "end")
                case 2: ("middle", "half")
                default: ("middle", "mid")
                }
            return """
                <text class="\(style)" text-anchor="\(anchor)" x="\(quarter * 25)%" y="\(bottom)">\(text(of: time))</text>

                """
        }
        return "\(ticks)"
    }

    /// The time of day; with the date where the picture spans more than a day, and with seconds where it spans minutes.
    private func text(of time: Instant) -> String {
        guard ended - began > .minutes(5) else { return time.timeText }
        let clock = String(time.timeText.prefix(5))
        return ended - began > .days(1) ? "\(time.dateText.dropFirst(5)) \(clock)" : clock
    }
}
