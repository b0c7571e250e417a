import FleetModel

/// All servers of the report, a row each.
enum GridSection: PageSection {
    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>) {
        guard !report.statuses.isEmpty else { return }
        let places = GridPlaces(of: report)
        let linked = FoldedServers(of: report)
        let rows = places.rows.lazy.map { place in
            let status = report.statuses[place]
            return GridRow(
                state: status.judgement.state, name: status.server.displayName,
                anchor: linked.has(status) ? status.anchor : nil, cells: status.judgement.cells,
                certificate: status.certificateCountdown(at: report.at), since: status.since,
                age: status.age(at: report.at), verdict: status.remark)
        }
        let grid = Grid(subject: "Server", hasSince: report.knowsSince)
        let title = report.filter == nil ? "All servers" : "The servers that the filter leaves"
        page.add("<section aria-labelledby=\"grid\">\n<h2 id=\"grid\">\(title)</h2>\n")
        let all = countedServers(report.statuses.count)
        let caption = rows.count == report.statuses.count ? all : "\(rows.count) of \(all)"
        grid.write(rows, caption: "\(caption), the worst first", to: &page)
        write(places.troubled, "more with a problem", report, to: &page)
        write(places.healthy, "that are ok", report, to: &page)
        page.add("\(legend)</section>\n")
    }

    /// Servers by name alone, folded; in pieces, as they are many.
    private static func write(
        _ places: [Int], _ what: String, _ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>
    ) {
        guard !places.isEmpty else { return }
        page.add(
            "<details class=\"legend\"><summary>\(countedServers(places.count)) \(what), by name</summary>\n<ul class=\"names\">\n"
        )
        for place in places { page.add("<li>\(report.statuses[place].server.displayName)</li>\n") }
        page.add("</ul>\n</details>\n")
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
