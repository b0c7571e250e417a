import Drawing
import FleetModel

/// The first line: which fleet, whether it is live, how old what it shows is, and how it is probed.
struct TitlePane: Pane {
    let id = PaneID.title

    /// From so many columns on the line also says what the program costs.
    static let widthForCost = 190

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = head(state, width: rect.width)
        let stale = state.staleForms.lazy.map { line.adding("   \($0)", .warning) }
        line = stale.first { $0.width <= rect.width } ?? line
        for part in parts(state, width: rect.width, room: rect.width - line.width) {
            line = line.adding(part, .dim)
        }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// Which fleet and whether it is live, with as much on why not and what to do about it as has room. On a narrow screen
    /// the time loses its seconds, then the fleet its name, then the time goes: nothing is cut, and DEMO stays.
    private func head(_ state: DashboardState, width: Int) -> Line {
        let names = names(state)
        let (full, short, word) = liveliness(state)
        let forms =
            names.prefix(1).flatMap { name in (full + [short]).map { (name, $0) } }
            + names.dropFirst().flatMap { name in [full.last ?? word, short].map { (name, $0) } }
            + names.suffix(1).map { ($0, word) }
        let lines = forms.map { name, live in name.adding(name.width > 0 ? "   " : " ").adding(live) }
        return lines.first { $0.width <= width } ?? word
    }

    /// What stands for the fleet, the fullest form first; the last has room on any screen.
    private func names(_ state: DashboardState) -> [Line] {
        let demo = Line(" ").adding("DEMO", .warning)
        if state.setup.isDemo, state.setup.fleetName == "demo" {
            let title = Line(" rdptop ", .title).adding("DEMO", .warning)
            return [title.adding(" simulated fleet", .strong), title, demo]
        }
        let line = Line(" rdptop ", .title).adding(state.setup.fleetName, .strong)
        return state.setup.isDemo ? [line.adding("  DEMO", .warning), demo] : [line, Line()]
    }

    /// Whether what the screen shows is of now: the fullest form first, without seconds, and as a word.
    private func liveliness(_ state: DashboardState) -> (full: [Line], short: Line, word: Line) {
        if state.backstage != nil {
            let age = " (\(max(.zero, state.clock - state.now).clockText) ago)"
            let goesOn = state.stopped == nil ? "   probing goes on" : "   probing is stopped"
            let key = "   \(hint("freeze", state)):resume"
            return forms("FROZEN", .warning, state.now, .warning, [age + goesOn + key, age + key, age, ""])
        }
        guard let stopped = state.stopped else { return forms("LIVE", .ok, state.clock, .normal, [""]) }
        let age = " (\(max(.zero, state.clock - stopped).clockText) ago)"
        let key = "   \(hint("stop-probing", state)):go on"
        return forms("STOPPED", .warning, stopped, .warning, [age + "   nothing is probed" + key, age + key, age, ""])
    }

    private func forms(
        _ word: String, _ role: Role, _ time: Instant, _ timeRole: Role, _ tails: [String]
    ) -> (full: [Line], short: Line, word: Line) {
        let line = Line(word + " ", role)
        let full = tails.map { line.adding("\(time.timeText)Z", timeRole).adding($0, .dim) }
        return (full, line.adding("\(time.timeText.prefix(5))Z", timeRole), Line(word, role))
    }

    private func hint(_ action: String, _ state: DashboardState) -> String {
        ActionTable.action(action).flatMap { state.keys.keys(of: $0).first?.name } ?? ":\(action)"
    }

    /// What stands behind the head, in the order of the line. The age of the oldest row comes late, as what stands behind
    /// it moves when it gets longer.
    private enum Part: Int {
        case progress, pace, uptime, firstSweep, oldest, cost

        /// The most wanted first.
        static let byNeed: [Part] = [.oldest, .progress, .pace, .uptime, .firstSweep, .cost]
    }

    /// How old what is known is, how it is probed and since when; what does not fit whole is left out. Nothing of it while
    /// the screen or the probing stands still.
    private func parts(_ state: DashboardState, width: Int, room: Int) -> [String] {
        guard state.backstage == nil, state.stopped == nil else { return [] }
        var room = room
        let fitting = Part.byNeed.compactMap { part -> (place: Int, text: String)? in
            guard let text = text(of: part, state, width: width).map({ "   \($0)" }), text.count <= room else {
                return nil
            }
            room -= text.count
            return (part.rawValue, text)
        }
        return fitting.sorted { $0.place < $1.place }.map(\.text)
    }

    private func text(of part: Part, _ state: DashboardState, width: Int) -> String? {
        switch part {
        case .progress: return progress(state)
        case .pace: return pace(state)
        case .uptime:
            let uptime = state.now - state.started
            return width >= 120 && uptime >= .minutes(1) ? "up \(uptime.uptime)" : nil
        case .firstSweep: return width >= 120 ? state.firstSweep.map { "first sweep took \($0.latency)" } : nil
        case .oldest:
            // Where rows are stale, that stands there with the age of the oldest.
            guard state.stale == nil, let oldest = state.oldestProbe else { return nil }
            return "oldest \(width >= 180 ? "row " : "")\(max(.zero, state.now - oldest).compact)"
        case .cost: return width >= Self.widthForCost ? state.cost?.short : nil
        }
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
