import FleetModel

/// How many servers are in which state: numbers with their words, and below them how the whole is divided.
enum CountTiles {
    private struct Tile {
        let style: Markup
        let words: String
        let count: Int
    }

    static func markup(of counts: StateCounts) -> Markup {
        let behind = counts.gatewaysDown
        let total = behind.reduce(0) { $0 + $1.count }
        let gateways = behind.count == 1 ? behind.first?.name ?? "" : "\(behind.count) gateways"
        let tiles =
            [Tile(style: "down", words: "down", count: counts.down)]
            + (total > 0 ? [Tile(style: "down", words: "down behind \(gateways)", count: total)] : [])
            + [
                Tile(style: "warn", words: "with a warning", count: counts.warning),
                Tile(style: "unknown", words: "not known", count: counts.unknown),
                Tile(style: "ok", words: "ok", count: counts.ok),
            ]
        return """
            <dl class="counts">
            \(tiles.map(tile))</dl>
            \(share(tiles, of: counts.total))
            """
    }

    private static func tile(_ tile: Tile) -> Markup {
        """
        <div class="\(tile.style)\(tile.count == 0 ? " none" : "" as Markup)"><dt>\(tile.words)</dt>\
        <dd>\(tile.count)</dd></div>

        """
    }

    /// A bar of the whole width, with a part for each state that has servers.
    private static func share(_ tiles: [Tile], of total: Int) -> Markup? {
        guard total > 0 else { return nil }
        let parts = tiles.filter { $0.count > 0 }
        var before = 0
        let bars = parts.map { part -> Markup in
            defer { before += part.count }
            let (start, end) = (Percentage(before, of: total), Percentage(before + part.count, of: total))
            return """
                <rect class="\(part.style)" x="\(start)" width="\(end - start)" height="100%"/>
                """
        }
        let words = parts.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
        return """
            <svg class="share" role="img"><title>Of \(countedServers(total)): \(words)</title>\(bars)</svg>

            """
    }
}
