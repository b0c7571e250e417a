import Drawing
import FleetModel

/// The first line: which fleet, whether it is live, how old what it shows is, and how it is probed.
struct TitlePane: Pane {
    let id = PaneID.title

    /// From so many columns on the line also says what the program costs.
    static let widthForCost = 190

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = name(state)
        line = line.adding("   ").adding(Self.liveliness(state, width: rect.width - line.width - 3))
        let stale = state.staleForms.lazy.map { line.adding("   \($0)", .warning) }
        line = stale.first { $0.width <= rect.width } ?? line
        // What does not fit whole is left out.
        for part in parts(state, width: rect.width) {
            let longer = line.adding("   \(part)", .dim)
            if longer.width <= rect.width { line = longer }
        }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func name(_ state: DashboardState) -> Line {
        if state.setup.isDemo, state.setup.fleetName == "demo" {
            return Line(" rdptop ", .title).adding("DEMO", .warning).adding(" simulated fleet", .strong)
        }
        let line = Line(" rdptop ", .title).adding(state.setup.fleetName, .strong)
        return state.setup.isDemo ? line.adding("  DEMO", .warning) : line
    }

    /// Whether what the screen shows is of now, with as much on why not and what to do about it as has room.
    private static func liveliness(_ state: DashboardState, width: Int) -> Line {
        if state.backstage != nil {
            let frozen = "FROZEN \(state.now.timeText)Z"
            let age = " (\(max(.zero, state.clock - state.now).clockText) ago)"
            let goesOn = state.stopped == nil ? "   probing goes on" : "   probing is stopped"
            let key = "   \(hint("freeze", state)):resume"
            return fitting([age + goesOn + key, age + key, age, ""].map { (frozen, $0) }, width)
        }
        guard let stopped = state.stopped else { return Line("LIVE ", .ok).adding("\(state.clock.timeText)Z") }
        let age = " (\(max(.zero, state.clock - stopped).clockText) ago)"
        let key = "   \(hint("stop-probing", state)):go on"
        return fitting(
            [age + "   nothing is probed" + key, age + key, age, ""].map { ("STOPPED \(stopped.timeText)Z", $0) }, width
        )
    }

    private static func hint(_ action: String, _ state: DashboardState) -> String {
        ActionTable.action(action).flatMap { state.keys.keys(of: $0).first?.name } ?? ":\(action)"
    }

    private static func fitting(_ forms: [(String, String)], _ width: Int) -> Line {
        let lines = forms.map { Line($0.0, .warning).adding($0.1, .dim) }
        return lines.first { $0.width <= width } ?? lines.last ?? Line()
    }

    /// How it is probed and since when, the most wanted first; nothing of it while the screen or the probing stands still.
    private func parts(_ state: DashboardState, width: Int) -> [String] {
        guard state.backstage == nil, state.stopped == nil else { return [] }
        var parts = [progress(state)]
        if let pace = pace(state) { parts.append(pace) }
        guard width >= 120 else { return parts }
        let uptime = state.now - state.started
        if uptime >= .minutes(1) { parts.append("up \(uptime.uptime)") }
        if let sweep = state.firstSweep { parts.append("first sweep took \(sweep.latency)") }
        guard width >= 180 else { return parts }
        if let oldest = state.rows.freshness.oldest, state.stale == nil {
            parts.append("oldest row \(max(.zero, state.now - oldest).compact)")
        }
        if width >= Self.widthForCost, let cost = state.cost { parts.append(cost.short) }
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
        let (shortest, longest) = (intervals.lowerBound.pause, intervals.upperBound.pause)
        return shortest == longest ? "every \(shortest)" : "every \(shortest) to \(longest)"
    }
}

extension DashboardState {
    /// How many rows are older than they should be, and how old the oldest of them is; nil when none is.
    var staleSentence: String? { staleForms.first }

    /// The same, the fullest form first; empty when none is.
    var staleForms: [String] {
        stale.map { ["\($0.count) stale, oldest \(max(.zero, now - $0.oldest).compact)", "\($0.count) stale"] } ?? []
    }
}

extension Span {
    /// How long the program runs, without a part that ticks: `11m`, `3h 12m`, `2d 4h`.
    fileprivate var uptime: String { self < .hours(1) ? compact : spoken }

    /// A pause between probes: `60s`, `5m`, `150s`.
    fileprivate var pause: String {
        let seconds = wholeSeconds
        return seconds > 60 && seconds % 60 == 0 ? compact : "\(seconds)s"
    }

    /// A short time for people: `0.4 s`, `12 s`, `2m 10s`.
    fileprivate var latency: String {
        milliseconds < 10_000
            ? "\(milliseconds / 1_000).\(milliseconds / 100 % 10) s"
            : milliseconds < 60_000 ? "\(milliseconds / 1_000) s" : spoken
    }
}
