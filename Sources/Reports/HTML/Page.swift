import FleetModel

/// What stands around the sections: the head of the document, the title with the counts, the foot.
enum Page {
    /// Everything up to the first section.
    ///
    /// The policy forbids whatever is not in the file itself: no script, no image, no letters, no connection.
    static func head(of report: SnapshotReport) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="generator" content="rdptop \(report.version)">
        <title>\(report.fleetName): \(counts(report)), \(report.at.minuteText)</title>
        \(StyleSheet.element)</head>
        <body>
        <a class="skip" href="#grid">To the list of servers</a>
        <div class="page">
        <header>
        \(report.isDemo ? "<p class=\"demo\">DEMO: this fleet is simulated</p>\n" : "" as Markup)\
        <p class="kind">Remote Desktop status</p>
        <h1>\(report.fleetName)</h1>
        <p class="when">\(countedServers(report.counts.total)), as seen at \(report.at)</p>
        \(CountTiles.markup(of: report.counts))\(notes(report))</header>
        <main>

        """
    }

    /// Everything after the last section.
    static func end(of report: SnapshotReport) -> Markup {
        """
        </main>
        <footer><p>Made with rdptop \(report.version). Times are in UTC. This page is complete in itself: it loads \
        nothing, and runs nothing.</p></footer>
        </div>
        </body>
        </html>

        """
    }

    /// What a reader has to know beside the numbers.
    private static func notes(_ report: SnapshotReport) -> [Markup] {
        report.remarks.map { "<p class=\"when\">\($0.capitalizedFirst).</p>\n" }
    }

    private static func counts(_ report: SnapshotReport) -> String {
        let counts = report.counts
        let down = counts.down + counts.behind.values.reduce(0, +)
        let unknown = counts.unknown > 0 ? "\(counts.unknown) not known, " : ""
        let warnings = counts.warning == 1 ? "warning" : "warnings"
        return "\(down) down, \(counts.warning) \(warnings), \(unknown)\(counts.ok) ok"
    }
}

/// `1 server`, `26 servers`.
func countedServers(_ count: Int) -> String { "\(count) \(count == 1 ? "server" : "servers")" }
