import FleetModel

/// How each layer went: its result, how long it took, and what it showed.
enum LayerTable {
    /// A row for each layer that is not left open; nil where there is none.
    ///
    /// - Parameters:
    ///   - cells: What each layer shows in the grid.
    ///   - outcome: How the last try of a layer ended.
    ///   - facts: What a layer showed, a line each.
    /// - Returns: A table under a heading.
    static func markup(
        of cells: Cells, outcome: (Layer) -> LayerOutcome?, facts: (Layer) -> [String]
    ) -> Markup? {
        let rows = Layer.allCases.compactMap { layer -> Markup? in
            let (outcome, facts) = (outcome(layer), facts(layer))
            guard outcome != nil || !facts.isEmpty || cells[layer] == .notReached else { return nil }
            let took = outcome.map { "\($0.microseconds.asMilliseconds) ms" } ?? ""
            let words = facts.isEmpty ? [outcome?.failure?.words].compactMap(\.self) : facts
            return """
                <tr><th scope="row">\(layer.title)</th><td>\(cells[layer].words)</td>\
                <td>\(words.map { "<div>\($0)</div>" as Markup })\
                \(took.isEmpty ? nil : "<div class=\"quiet\">\(took), \(outcome?.at.timeText ?? "")</div>" as Markup)</td></tr>

                """
        }
        guard !rows.isEmpty else { return nil }
        return """
            <h4>Layer by layer</h4>
            <table class="layers">
            <caption class="v">How each layer went</caption>
            <thead><tr><th scope="col">Layer</th><th scope="col">Result</th>\
            <th scope="col">What it showed</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
    }
}

extension [String] {
    /// Lines of a terminal without the label that stands in front of the first of them.
    var withoutLabel: [String] { map { String($0.dropFirst(8)) } }
}
