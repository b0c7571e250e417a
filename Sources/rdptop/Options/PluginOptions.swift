import ArgumentParser
import FleetModel
import ProbeEngine
import Reports

/// What monitoring systems expect of a plugin's command line (the Monitoring Plugins Development Guidelines).
struct PluginOptions: ParsableArguments {
    /// The name of the format whose reader is such a system.
    static let format = "nagios"

    @Option(
        name: [.customShort("H"), .customLong("host")],
        help: ArgumentHelp("A server to probe, as one named without an option; may be repeated.", valueName: "host"))
    var hosts: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("The port of those hosts; 3389 unless said.", valueName: "port"))
    var port: UInt16?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "With --format nagios: WARNING when a certificate's days are outside of this range, as in 30:",
            valueName: "range"), transform: { try NagiosRange.parse($0) })
    var warning: NagiosRange?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "With --format nagios: CRITICAL when a certificate's days are outside of this range, as in 7:",
            valueName: "range"), transform: { try NagiosRange.parse($0) })
    var critical: NagiosRange?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "End after so many seconds with what was seen until then; with --format nagios 50 unless said.",
            valueName: "seconds"))
    var timeout: Int?

    /// What a plugin says when its time is over.
    enum TimeoutState: String, ExpressibleByArgument, CaseIterable {
        case critical, unknown

        /// The same as the state of a plugin.
        var state: NagiosState {
            switch self {
            case .critical: .critical
            case .unknown: .unknown
            }
        }
    }

    @Option(help: ArgumentHelp("With --format nagios: what it is when the time is over.", valueName: "state"))
    var timeoutState = TimeoutState.critical

    @Flag(
        name: .shortAndLong, help: "Taken because plugins take it: the details stand below the first line in any case.")
    var verbose: Int

    @Flag(name: .customShort("V"), help: "Show the version.")
    var showsVersion = false

    /// Ten seconds before the minute after which Nagios (service_check_timeout), Icinga 2 and NRPE kill a plugin.
    static let standardTimeout = 50

    /// Whether this is the format of plugins.
    func isWanted(_ format: String) -> Bool { format == Self.format }

    func validate() throws {
        if showsVersion { throw CleanExit.message(Version.text) }
        guard timeout.map((1...3600).contains) ?? true else {
            throw ValidationError("--timeout is between 1 and 3600 seconds")
        }
        guard port != 0 else { throw ValidationError("--port is between 1 and 65535") }
        guard port == nil || !hosts.isEmpty else { throw ValidationError("--port goes with -H") }
    }

    /// Ends with status 64 when options for plugins stand beside another format.
    func validate(format: String) throws {
        guard !isWanted(format) else { return }
        for (name, isGiven) in [
            ("--warning", warning != nil), ("--critical", critical != nil), ("--verbose", verbose > 0),
        ] where isGiven { throw ValidationError("\(name) goes with --format nagios") }
    }

    /// The hosts with their port, as targets.
    func targets() throws -> [String] {
        guard let port else { return hosts }
        return try hosts.map { host in
            // An address in brackets, or a range of names.
            if host.hasSuffix("]") { return "\(host):\(port)" }
            switch host.count(where: { $0 == ":" }) {
            case 0: return "\(host):\(port)"
            case 1:
                throw CommandFailure(
                    "-H \(CleanText.clean(host, limit: 80)) has a port already, and -p gives another",
                    ExitStatus.usage)
            default: return "[\(host)]:\(port)"
            }
        }
    }

    /// A plugin whose check was cut short is CRITICAL at least after its own time limit, or what the user chose.
    private func plugin(_ cut: Sweep.Cut?) -> NagiosReport {
        NagiosReport(
            warning: warning, critical: critical, whenCut: cut == .timeLimit ? timeoutState.state : .unknown)
    }

    /// The format of a name, for a check that was cut short or was not; nil when there is none.
    func reportFormat(named name: String, _ cut: Sweep.Cut?) -> (any ReportFormat)? {
        isWanted(name) ? plugin(cut) : ReportTable.format(named: name)
    }

    /// The exit status that goes with a report. A scheduler of plugins does not ask whether a signal ended it.
    func status(of report: SnapshotReport, format: String, _ cut: Sweep.Cut?) -> ExitCode {
        guard !isWanted(format) else { return ExitCode(plugin(cut).state(of: report).exitStatus) }
        if case .signal(let number)? = cut { return ExitStatus.endedBy(signal: number) }
        return ExitStatus.of(report)
    }

    /// How long after the time limit a plugin ends by force, if it has not ended in order.
    private static let grace = Duration.seconds(2)

    /// Makes sure that a plugin ends soon after its time limit, whatever holds it up; does nothing for other formats.
    func keepLimit(format: String) {
        guard isWanted(format), let limit = limit(format: format) else { return }
        PluginLine(timeoutState.state, "no result within \(counted(Int(limit.components.seconds), "second"))")
            .sayAndEnd(after: limit + Self.grace)
    }

    /// How much is left of the time after which a check is cut short; nil for never.
    ///
    /// Loading a fleet file may have taken a part of it, and the end by force counts from the same start.
    func limit(format: String, since start: ContinuousClock.Instant, now: ContinuousClock.Instant) -> Duration? {
        limit(format: format).map { max(.zero, $0 - (now - start)) }
    }

    /// After which time a check is cut short; nil for never.
    func limit(format: String) -> Duration? {
        (timeout ?? (isWanted(format) ? Self.standardTimeout : nil)).map { .seconds($0) }
    }
}
