import FleetModel

/// What has happened since the fleet has been watched: as a picture, and as a list that says the same.
enum TimelineSection: SmallSection {
    /// The most stories in the list; older ones are counted.
    private static let mostStories = 200

    static func markup(of report: SnapshotReport) -> Markup? {
        guard report.watchedSince != nil || !report.timeline.isEmpty else { return nil }
        let folds = report.stories
        guard !folds.isEmpty else { return section("<p>Nothing has happened\(since(report)).</p>\n") }
        let shown = Array(folds.prefix(mostStories))
        let older = folds.count - shown.count
        let dropped = report.timeline.dropped
        let rest: Markup? = older > 0 ? "<p class=\"quiet\">\(older) older ones are left out.</p>\n" : nil
        let forgotten: Markup? =
            dropped > 0 ? "<p class=\"quiet\">\(dropped) older events are not remembered any more.</p>\n" : nil
        let what = folds.count == 1 ? "1 thing has happened" : "\(folds.count) things have happened"
        return section(
            """
            <p>\(what)\(since(report)); what happened to several for one cause is one.</p>
            <figure class="plot">
            \(TimelineChart(shown, in: report).markup)</figure>
            <ol class="events">
            \(shown.map { entry($0, report) })</ol>
            \(rest)\(forgotten)
            """)
    }

    private static func section(_ content: Markup) -> Markup {
        """
        <section aria-labelledby="timeline">
        <h2 id="timeline">What has happened</h2>
        \(content)</section>

        """
    }

    private static func since(_ report: SnapshotReport) -> Markup? { report.watchedSince.map { " since \($0)" } }

    private static func entry(_ fold: EventFold, _ report: SnapshotReport) -> Markup {
        guard let event = report.timeline[fold.headline] else { return "" }
        let who = subject(event.subject).map { "\($0)" } ?? "This side"
        let more = fold.numbers.count - 1
        let day = String(fold.at.dateText.dropFirst(5))
        return """
            <li><time datetime="\(fold.at.iso8601)">\(day) \(fold.at.timeText)</time>\
            <span><span class="badge \(event.style)">\(event.word)</span></span>\
            <span><b>\(fold.isFirstSweep && more > 0 ? "First look" : who)</b>\
            \(more > 0 && !fold.isFirstSweep ? " and \(more) more" : "" as Markup): \(fold.text)</span></li>

            """
    }

    private static func subject(_ subject: TimelineEvent.Subject) -> String? {
        switch subject {
        case .server(let server): server.words
        case .gateway(let gateway): "gateway \(gateway)"
        case .fleet: nil
        }
    }
}

extension TimelineEvent {
    /// The class of its colours.
    var style: Markup {
        switch kind {
        case .down: "down"
        case .verdictChanged: previous?.style ?? "down"
        case .warning, .certificateChanged, .ourSideTrouble: "warn"
        case .recovered, .certificateRenewed, .ourSideFine: "ok"
        case .unknown, .acknowledged, .muted, .lifted, .probingStopped, .probingResumed: "unknown"
        }
    }
}
