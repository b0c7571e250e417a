import Drawing
import FleetModel

/// The second line of counts: gateways, sites with servers that are down, certificates that end soon.
struct SummaryPane: Pane {
    let id = PaneID.summary

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        let parts = [gateways(state), certificates(state.rows.summary.certificates)].compactMap(\.self)
        // The sites take what the others leave: there may be hundreds.
        let used = parts.reduce(1) { $0 + $1.width + Self.gap.count }
        let sites = sites(state.rows.summary.sites, width: rect.width - used)
        let all = [parts.count == 2 ? parts[0] : nil, sites, parts.last].compactMap(\.self)
        let line = all.enumerated().reduce(Line(" ")) { line, part in
            (part.offset == 0 ? line : line.adding(Self.gap)).adding(part.element)
        }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private static let gap = "     "

    private func gateways(_ state: DashboardState) -> Line? {
        let counts = state.gatewayCounts
        guard counts.total > 0 else { return nil }
        let down = counts.known - counts.up
        let unknown = counts.total - counts.known
        var line = Line("gateways ", .dim).adding("\(counts.up)/\(counts.total) up", down > 0 ? .failed : .normal)
        if unknown > 0 { line = line.adding(" ? \(unknown)", .unknown) }
        return line
    }

    private func sites(_ sites: [(name: String, down: Int)], width: Int) -> Line? {
        guard !sites.isEmpty else { return nil }
        var line = Line("sites ", .dim)
        for (number, site) in sites.enumerated() {
            let more = sites.count - number - 1
            let name = clip(CleanText.clean(site.name, limit: 40), to: 20)
            let longer = line.adding("\(number == 0 ? "" : "  ")\(name) ").adding("\(site.down) down", .failed)
            let rest = more > 0 ? "  and \(more) more".count : 0
            guard longer.width + rest <= width else {
                return number == 0 ? nil : line.adding("  and \(more + 1) more", .dim)
            }
            line = longer
        }
        return line
    }

    /// Nothing is said of certificates before one was seen.
    private func certificates(_ counts: FleetSummary.Certificates) -> Line? {
        guard counts.seen > 0 else { return nil }
        let parts: [(String, Int, Role)] = [
            ("expired ", counts.expired, .failed), ("<14d ", counts.underFourteenDays, .warning),
            ("<30d ", counts.underThirtyDays, .normal),
        ]
        return parts.enumerated().reduce(Line("certs ", .dim)) { line, part in
            let (word, count, role) = part.element
            return line.adding("\(part.offset == 0 ? "" : "  ")\(word)\(count)", count > 0 ? role : .dim)
        }
    }
}
