import FleetModel

/// What a server or a gateway shows in a grid.
struct GridRow {
    let state: ServerState
    let name: String
    /// Where its details are; nil when there are none.
    let anchor: PageAnchor?
    let cells: Cells
    let certificate: String
    let since: Instant?
    let age: Span?
    /// Nil when there is nothing to say.
    let verdict: String?
}

/// A table of servers or of gateways; on a phone each row is a card.
struct Grid {
    /// What the rows are of.
    let subject: String
    /// Whether it is known of any since when.
    let hasSince: Bool

    /// Writes the table row by row, as there may be ten thousand.
    func write(_ rows: some Sequence<GridRow>, caption: String, to page: inout PageWriter<some TextOutputStream>) {
        page.add(head(caption))
        for row in rows { page.add(markup(of: row)) }
        page.add("</tbody>\n</table>\n")
    }

    private func head(_ caption: String) -> Markup {
        """
        <table class="grid">
        <caption>\(caption)</caption>
        <thead><tr><th scope="col">State</th><th scope="col">\(subject)</th>\(Layer.allCases.map(column))\
        <th scope="col" class="n">Certificate</th>\(hasSince ? "<th scope=\"col\" class=\"n\">Since</th>" : nil)\
        <th scope="col">Diagnosis</th></tr></thead>
        <tbody>

        """
    }

    private func column(_ layer: Layer) -> Markup {
        """
        <th scope="col" class="c" title="\(layer.title)"><span aria-hidden="true">\(String(layer.letter))</span>\
        <span class="v">\(layer.title)</span></th>
        """
    }

    private func markup(of row: GridRow) -> Markup {
        """
        <tr><td class="s">\(row.state.badge)</td><th scope="row">\(name(of: row))</th>\
        \(Layer.allCases.map { row.cells[$0].markup(of: $0) })<td class="n">\(row.certificate)</td>\
        \(hasSince ? since(row) : nil)<td class="d">\(row.verdict ?? "")</td></tr>

        """
    }

    private func name(of row: GridRow) -> Markup {
        guard let anchor = row.anchor else { return "\(row.name)" }
        return "<a href=\"#\(anchor)\">\(row.name)</a>"
    }

    private func since(_ row: GridRow) -> Markup {
        guard let since = row.since, let age = row.age else { return "<td class=\"n\">-</td>" }
        return
            "<td class=\"n\"><time datetime=\"\(since.iso8601)\" title=\"\(since.iso8601)\">\(age.compact)</time></td>"
    }
}
