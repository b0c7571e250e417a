import FleetModel

/// All servers of the report, a row each.
enum GridSection: PageSection {
    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>) {
        guard !report.statuses.isEmpty else { return }
        let worstFirst = report.worstFirst
        let down = worstFirst.prefix { $0.judgement.state == .down }
        let behind = report.groupsBehind.flatMap(\.servers)
        let linked = FoldedServers(of: report)
        let rows = (down + behind + worstFirst.dropFirst(down.count)).lazy.map { status in
            GridRow(
                state: status.judgement.state, name: status.server.displayName,
                anchor: linked.has(status) ? status.anchor : nil, cells: status.judgement.cells,
                certificate: status.certificateCountdown(at: report.at), since: status.since,
                age: status.age(at: report.at), verdict: status.judgement.headline == nil ? nil : status.verdict)
        }
        let grid = Grid(subject: "Server", hasSince: report.knowsSince)
        let title = report.filter == nil ? "All servers" : "The servers that the filter leaves"
        page.add("<section aria-labelledby=\"grid\">\n<h2 id=\"grid\">\(title)</h2>\n")
        grid.write(rows, caption: "\(countedServers(rows.count)), the worst first", to: &page)
        page.add("\(legend)</section>\n")
    }

    /// What the columns and the letters mean.
    private static var legend: Markup {
        let layers = Layer.allCases.map { layer -> Markup in "<li><b>\(String(layer.letter))</b> \(layer.title)</li>\n"
        }
        let signs = [Cell.ok, .warning(nil), .notReached, .notApplicable, .unknown].map { cell -> Markup in
            "<li><b>\(String(cell.sign))</b> \(cell.word)</li>\n"
        }
        let letters = ReasonLetter.allCases.map { letter -> Markup in
            "<li><b>\(letter.rawValue)</b> \(letter.meaning)</li>\n"
        }
        return """
            <details class="legend"><summary>What the columns and the letters mean</summary>
            <p>Each column is a step that a client climbs, in this order:</p>
            <ul>
            \(layers)</ul>
            <p>A cell shows how that step went:</p>
            <ul>
            \(signs)</ul>
            <p>Where it failed, or warns, a letter says why:</p>
            <ul>
            \(letters)</ul>
            </details>

            """
    }
}
