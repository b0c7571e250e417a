import FleetModel

/// What the report is of, and how it is made again.
enum AboutSection: SmallSection {
    static func markup(of report: SnapshotReport) -> Markup? {
        let filter = report.filter.map { filter -> Markup in "<code>\(filter)</code>" }
        let command = report.commandLine.map { command -> Markup in "<pre>\(command)</pre>" }
        let leftOut: Markup? = report.leftOut > 0 ? "\(countedServers(report.leftOut))" : nil
        let facts: [Markup?] = [
            fact("Servers in it", "\(report.statuses.count)"), fact("Filter", filter ?? "none, all servers"),
            fact("Left out by the filter", leftOut), fact("Order", report.order.map { "\($0)" }),
            fact("Probed from", report.sourceAddress.map { "<code>\($0)</code>" }),
            fact("Watched since", report.watchedSince.map(minute) ?? "one look, no history"),
            fact("Made with", "rdptop \(report.version)"),
            command.map { "<div class=\"wide\"><dt>Made again by</dt><dd>\($0)</dd></div>\n" },
        ]
        return """
            <section aria-labelledby="about">
            <h2 class="v" id="about">What this report is of</h2>
            <dl class="about">
            \(facts.compactMap { $0 })</dl>
            </section>

            """
    }

    private static func minute(_ instant: Instant) -> Markup {
        "<time datetime=\"\(instant.iso8601)\">\(instant.minuteText)</time>"
    }

    private static func fact(_ title: String, _ value: Markup?) -> Markup? {
        value.map { "<div><dt>\(title)</dt><dd>\($0)</dd></div>\n" }
    }
}
