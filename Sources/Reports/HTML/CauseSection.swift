import FleetModel

/// Whether the failing servers fail for one reason or for many, and how sure that is.
enum CauseSection: SmallSection {
    /// The most servers that are named below a cause.
    private static let mostNames = 200

    static func markup(of report: SnapshotReport) -> Markup? {
        let causes = report.causes
        guard !causes.causes.isEmpty || causes.nothingInCommon != nil else { return nil }
        let unexplained: Markup? =
            causes.unexplained > 0 && !causes.causes.isEmpty
            ? "<p class=\"quiet\">\(causes.unexplainedSentence).</p>\n"
            : nil
        return """
            <section aria-labelledby="causes">
            <h2 id="causes">One cause or many\(report.widerCauses.map { ", \($0)" })</h2>
            \(causes.nothingInCommon.map { "<p>No common cause seen: \($0).</p>\n" })\
            <div class="cards">
            \(causes.causes.map { card($0, report) })\(unexplained)</div>
            </section>

            """
    }

    private static func card(_ cause: SharedCause, _ report: SnapshotReport) -> Markup {
        """
        <article class="card">
        <h3><span>\(cause.confidence.oneCause.capitalizedFirst)</span> \
        <span class="sure">\(cause.failing) of \(cause.failingTotal)</span></h3>
        <p class="what">\(cause.statement)</p>
        \(cause.reasons.map { "<p>\($0)</p>\n" })\
        \(cause.blastRadius.map { "<p class=\"quiet\">\($0).</p>\n" })\
        \(servers(cause.servers, report))</article>

        """
    }

    private static func servers(_ servers: [Server.ID], _ report: SnapshotReport) -> Markup? {
        guard !servers.isEmpty else { return nil }
        let names = servers.prefix(mostNames).map(\.words).joined(separator: ", ")
        let rest = servers.count - mostNames
        return """
            <details class="legend"><summary>Which \(countedServers(servers.count))</summary>\
            <p>\(rest > 0 ? "\(names) and \(rest) more" : names)</p></details>

            """
    }
}
