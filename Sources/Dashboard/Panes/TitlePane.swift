import Drawing
import FleetModel

/// The first line: which fleet, whether it is live, how old what it shows is, and how it is probed.
struct TitlePane: Pane {
    let id = PaneID.title

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = name(state).adding(liveness(state))
        if let sentence = state.staleSentence { line = line.adding("   \(sentence)", .warning) }
        // What does not fit whole is left out.
        for part in parts(state, width: rect.width) {
            let longer = line.adding("   \(part)", .dim)
            if longer.width <= rect.width { line = longer }
        }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func name(_ state: DashboardState) -> Line {
        if state.isDemo, state.fleetName == "demo" {
            return Line(" rdptop ", .title).adding("DEMO", .warning).adding(" simulated fleet", .strong)
        }
        let line = Line(" rdptop ", .title).adding(state.fleetName, .strong)
        return state.isDemo ? line.adding("  DEMO", .warning) : line
    }

    private func liveness(_ state: DashboardState) -> Line {
        Line("   LIVE ", .ok).adding("\(state.now.timeText)Z")
    }

    /// The most wanted first.
    private func parts(_ state: DashboardState, width: Int) -> [String] {
        var parts = [progress(state)]
        if let pace = pace(state) { parts.append(pace) }
        guard width >= 120 else { return parts }
        parts.append("up \(max(.zero, state.now - state.started).spoken)")
        if let sweep = state.firstSweep { parts.append("first sweep took \(sweep.latency)") }
        guard width >= 180 else { return parts }
        if let oldest = state.rows.freshness.oldest, state.stale == nil {
            parts.append("oldest row \(max(.zero, state.now - oldest).compact)")
        }
        return parts
    }

    private func progress(_ state: DashboardState) -> String {
        let rows = state.rows
        guard rows.probed < rows.count else { return "\(rows.count) \(rows.count == 1 ? "server" : "servers")" }
        return "\(rows.probed)/\(rows.count) probed"
    }

    /// How often healthy servers are probed.
    private func pace(_ state: DashboardState) -> String? {
        guard let intervals = state.intervals else { return nil }
        let (shortest, longest) = (intervals.lowerBound.spoken, intervals.upperBound.spoken)
        return shortest == longest ? "every \(shortest)" : "every \(shortest) to \(longest)"
    }
}

extension DashboardState {
    /// How many rows are older than they should be, and how old the oldest of them is; nil when none is.
    var staleSentence: String? {
        stale.map { "\($0.count) stale, oldest \(max(.zero, now - $0.oldest).compact)" }
    }
}

extension Span {
    /// A short time for people: `0.4 s`, `12 s`, `2m 10s`.
    fileprivate var latency: String {
        milliseconds < 10_000
            ? "\(milliseconds / 1_000).\(milliseconds / 100 % 10) s"
            : milliseconds < 60_000 ? "\(milliseconds / 1_000) s" : spoken
    }
}
