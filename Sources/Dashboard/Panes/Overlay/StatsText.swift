import Drawing
import FleetModel

/// What the program itself costs, as which user it runs, and where it read what.
enum StatsText {
    /// The lines, broken to a width.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        let own = facts(state, width)
        guard let cost = state.cost else { return [Line(" measuring", .dim)] + own }
        func field(_ label: String, _ text: String) -> [Line] { .field(label, text, width: width) }
        let seconds = max(1, cost.uptime.wholeSeconds)
        let cpu = "\(cost.cpuPerMille.tenths) % of one core; \(cost.cpuTime.exactSeconds) s since the start"
        let memory = cost.residentBytes.map { "\($0 / 1_048_576) MB resident" } ?? unknown
        let probes =
            "\(cost.finishedPerTenSeconds.tenths) a second, \(cost.inFlight) going on, \(cost.finished) since the start"
        let terminal =
            cost.bytesWritten.map { bytes in
                "\(cost.bytesPerSecond ?? 0) bytes a second; \(bytes) since the start, "
                    + "\(Int64(bytes) / seconds) a second"
            } ?? unknown
        return field("cpu", cpu) + field("memory", memory) + field("probes", probes) + field("terminal", terminal)
            + field("frames", "\(cost.frames) since the start") + field("running", "for \(cost.uptime.spoken)") + own
    }

    private static let unknown = "this kernel keeps no account of it"

    /// In step with the clock of the board, which goes on more seldom while nobody is at it.
    private static let measured =
        "once a second while this is open, or the screen is wide; while the terminal says that the keyboard is elsewhere, "
        + "at least every five seconds"

    private static func facts(_ state: DashboardState, _ width: Int) -> [Line] {
        [Line()]
            + .field("runs as", state.setup.privileges, width: width)
            + .fields("hooks", state.hooks.map(\.sentence), width: width)
            + .field("settings", state.setup.configurationNote, width: width)
            + .field("measured", measured, .dim, width: width)
    }
}

extension Span {
    /// Seconds with a tenth.
    fileprivate var exactSeconds: String { Int(clamping: milliseconds / 100).tenths }
}
