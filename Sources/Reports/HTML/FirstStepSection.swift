import FleetModel

/// What is down, with what to do first; where nothing is down, the warnings that come first.
enum FirstStepSection: SmallSection {
    /// The most cards; the rest stands in the grid and in the details.
    static let mostCards = 12

    static func markup(of report: SnapshotReport) -> Markup? {
        guard !report.statuses.isEmpty || !report.gateways.isEmpty else { return nil }
        let groups = report.groupsBehind
        let down = report.worstFirst.prefix { $0.judgement.state == .down }
        let gateways = report.troubledGateways.filter { gateway in
            gateway.judgement.state == .down && !groups.contains { $0.gateway.lowercased() == gateway.gateway.id }
        }
        let cards =
            groups.map { Card($0, at: report.at) } + gateways.map { Card($0, at: report.at) }
            + down.prefix(mostCards).map { Card($0, at: report.at) }
        guard !cards.isEmpty else { return nothingDown(report) }
        return section("What is down", Array(cards.prefix(mostCards)), of: groups.count + gateways.count + down.count)
    }

    private static func nothingDown(_ report: SnapshotReport) -> Markup {
        let warnings = report.worstFirst.filter { $0.judgement.state.isProblem && $0.judgement.headline != nil }
        let cards = warnings.prefix(mostCards).map { Card($0, at: report.at) }
        let isKnown = !report.statuses.contains { [.unknown, .unconfirmed].contains($0.judgement.state) }
        let some = report.filter == nil ? "None of these servers" : "None of the servers that the filter leaves"
        let none = report.isPart ? some : "Nothing"
        let title = "\(none) is \(isKnown ? "" : "known to be ")down"
        guard !cards.isEmpty else {
            return """
                <section aria-labelledby="first">
                <h2 id="first">\(title)</h2>
                </section>

                """
        }
        return section("\(title); look at these first", cards, of: warnings.count)
    }

    private static func section(_ title: String, _ cards: [Card], of total: Int) -> Markup {
        let rest: Markup? =
            total > cards.count
            ? "<p class=\"quiet\">And \(total - cards.count) more, in the list of servers below.</p>\n" : nil
        return """
            <section aria-labelledby="first">
            <h2 id="first">\(title)</h2>
            <div class="cards">
            \(cards.map(\.markup))\(rest)</div>
            </section>

            """
    }
}

/// One thing that is wrong, and the first step.
private struct Card {
    let state: ServerState
    let name: String
    let anchor: PageAnchor
    let verdict: String
    let since: Instant?
    let age: Span?
    let headline: Finding?

    init(_ status: ServerStatus, at now: Instant) {
        (state, name, anchor) = (status.judgement.state, status.server.displayName, status.anchor)
        (verdict, since, age) = (status.verdict, status.since, status.age(at: now))
        headline = status.judgement.headline
    }

    init(_ status: GatewayStatus, at now: Instant) {
        (state, name, anchor) = (status.judgement.state, "gateway \(status.gateway.name)", status.anchor)
        (verdict, since, age) = (status.verdict, status.since, status.age(at: now))
        headline = status.judgement.headline
    }

    init(_ group: GroupBehind, at now: Instant) {
        (state, name, anchor) = (.down, group.title, PageAnchor(.behind, group.gateway))
        (verdict, age) = (group.verdict, group.age(at: now))
        since = group.servers.compactMap(\.since).min()
        headline = group.status?.judgement.headline ?? group.servers.first?.judgement.headline
    }

    var markup: Markup {
        """
        <article class="card first \(state.style)">
        <div>
        <h3>\(state.badge) <a href="#\(anchor)">\(name)</a></h3>
        <p class="what">\(verdict)</p>
        \(time)\(headline.map { "<p class=\"quiet\">\($0.confidence.sentence)</p>\n" })</div>
        \(step)</article>

        """
    }

    private var time: Markup? {
        guard let since, let age else { return nil }
        return "<p class=\"quiet\">For \(age.spoken), since \(since)</p>\n"
    }

    private var step: Markup? {
        guard let remedy = headline?.remedies.first else { return nil }
        return """
            <div class="step"><p><b>First step (\(remedy.rank.mark))</b></p>
            <p>\(remedy.lead)</p>\(remedy.command.map { "<pre>\($0)</pre>" })</div>

            """
    }
}
