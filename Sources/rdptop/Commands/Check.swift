import ArgumentParser
import Diagnosis
import FleetModel
import Foundation
import ProbeEngine
import Reports

/// `rdptop check FLEET|TARGET…`: probe all once, print, and end with the worst state as exit status.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Probe every server, failures once more, print a report, and end with the worst as exit status.",
        discussion: """
            Failures are checked again once after one second, to tell a broken server from a lost packet. With \
            --no-recheck a failed server is DOWN? instead of DOWN, counted as unknown, and the exit status is 3 \
            instead of 2; the dates of a certificate need no second look.
            --depth full, as it is unless said, also reads the NLA challenge, asks by UDP, looks whether NLA is required, \
            and asks a server that failed in up to four other ways, each on a connection of its own, a second apart. \
            --depth cycle makes one connection and no more: for cron and monitoring, and so --format nagios does it.
            Exit status: 2 when a server is down, 3 when one is unknown, 1 when there are warnings, 0 when all is well; \
            64 for wrong arguments, 73 when the report cannot be written, 78 for a wrong or missing fleet file. \
            Ctrl-C reports what was seen so far and ends with 130. With --format nagios every mistake is a line on \
            standard output and status 3, as plugins do it.
            --only reports the servers that a filter leaves, and ends with the worst of those; what the fleet file rules \
            out (site:, tag:, owner:, gateway:) is not probed at all.
            --rdp says whether mstsc with this file would connect, and where it would stop. Then the exit status is of \
            mstsc: 2 when it stops, 3 when that cannot be told, 1 when it asks the user, 0 when it reaches the log-on.
            """)

    @OptionGroup var fleet: FleetArguments
    @OptionGroup(title: "As a plugin of Nagios, Icinga and others") var plugin: PluginOptions
    @OptionGroup var connectionFile: ConnectionFileOption
    @OptionGroup var only: FilterOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var watching: WatchOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var audit: AuditOptions

    @Option(
        help: """
            How far to go: \(ProbeDepth.allCases.map(\.rawValue).joined(separator: " or ")). full unless said, cycle with \
            --format nagios.
            """)
    var depth: ProbeDepth?

    @Flag(inversion: .prefixedNo, help: "Check failures again once after one second.")
    var recheck = true

    func validate() throws {
        try connectionFile.validate(beside: fleet.targets + plugin.hosts)
        try output.validate(andAlso: watching.watch ? [Self.streamFormat] : [])
        try plugin.validate(format: output.format)
        if watching.watch { try validateWatch() }
    }

    private func validateWatch() throws {
        guard connectionFile.path == nil else { throw ValidationError("--watch and --rdp do not go together") }
        guard plugin.timeout == nil else { throw ValidationError("--watch and --timeout do not go together") }
        guard output.format != PluginOptions.format else {
            throw ValidationError("--watch and --format nagios do not go together: a scheduler asks again by itself")
        }
        let isStream = output.format == Self.streamFormat
        guard isStream || output.output != nil else {
            throw ValidationError("--watch goes with --format jsonl, or with another format and --output")
        }
        guard !isStream || output.output == nil else {
            throw ValidationError("--watch --format jsonl writes to standard output, not to --output")
        }
    }

    func run() async throws {
        let start = ContinuousClock.now
        plugin.keepLimit(format: output.format)
        let filter = try only.load()
        let file = try connectionFile.load()
        let whole = try file.map(ConnectionFileOption.fleet) ?? fleet.load(hosts: plugin.targets())
        let fleet = try filter.map { try FilterOption.part(of: whole, filter: $0) } ?? whole
        try output.check(replacing: watching.watch)
        let log = try audit.open()
        if watching.watch { return try await watch(fleet, whole, filter, log) }

        let (result, cut) = try await sweep(fleet, log, since: start)
        if let cut, plugin.isWanted(output.format) {
            let line = plugin.line(of: cut, seen: result.servers.count, of: fleet.servers.count)
            line.print()
            throw line.status
        }
        let report = report(of: result, fleet, whole, filter, file, cut)
        guard let format = plugin.reportFormat(named: output.format) else { return }
        try output.write(report, in: format)
        if case .signal(let number)? = cut { throw ExitStatus.endedBy(signal: number) }
        throw plugin.status(of: report, format: output.format)
    }

    // MARK: One look

    private func sweep(
        _ fleet: Fleet, _ log: AuditLog?, since start: ContinuousClock.Instant
    ) async throws -> (result: SweepResult, cut: Sweep.Cut?) {
        let depth = depth ?? (plugin.isWanted(output.format) ? .cycle : .full)
        let prober: FleetProber<EventLoopClock>
        do {
            prober = try ProbeComposition.prober(for: fleet, depth: depth, limits: limits.limits, audit: log?.append)
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
        // Users come to the others only through a gateway, so that nobody connects to them.
        let total = fleet.servers.count { $0.path != .gateway } + fleet.gateways.count
        let meter = output.quiet ? nil : ProgressMeter(total: total)
        return await AuditLog.recording(log) {
            await Sweep.run(
                prober, recheckAfter: recheck ? ProbeComposition.secondLook : nil,
                limit: plugin.limit(format: output.format, since: start, now: .now), meter: meter)
        }
    }

    private func report(
        of result: SweepResult, _ fleet: Fleet, _ whole: Fleet, _ filter: Filter?, _ file: ConnectionFile?,
        _ cut: Sweep.Cut?
    ) -> SnapshotReport {
        let now = WallClock.now()
        let probed = ReportComposition.statuses(of: result, in: fleet, at: now)
        var report = ReportComposition.report(
            of: probed.servers, gateways: probed.gateways, counts: StateCounts(probed.servers.map(\.judgement)),
            causes: ReportComposition.causes(
                of: probed.servers, gateways: probed.gateways, ourSide: result.ourSide, at: now),
            fleet: fleet, command: CommandLineText.current, filter: only.text ?? "",
            leftOut: whole.servers.count - fleet.servers.count, at: now)
        // Ages are counted from the end of the probe.
        report.narrow(to: filter)
        report.forecast = file.flatMap { file in
            report.statuses.first.map { forecast(file, server: $0, gateway: report.gateways.first, now: now) }
        }
        if let cut {
            let missing = probed.servers.count { !$0.isKnown }
            report.notTested.insert(
                "\(missing) of \(counted(probed.servers.count, "server")): the check was \(cut.words)", at: 0)
        }
        return report
    }

    // MARK: Watching

    /// The format that, with --watch, is a stream of changes.
    private static let streamFormat = "jsonl"

    private func watch(_ fleet: Fleet, _ whole: Fleet, _ filter: Filter?, _ log: AuditLog?) async throws {
        let paced = watching.applied(to: fleet)
        let probing = try Probing(of: paced, depth: depth ?? .full, limits: limits.limits, audit: log)
        let pause = paced.servers.map(\.policy.interval).min() ?? ProbePolicy().interval
        let delivery: WatchSession.Delivery =
            if let path = output.output, let format = ReportTable.format(named: output.format) {
                .file(format, path: path, every: pause.duration)
            } else { .changes }
        let session = WatchSession(
            probing: probing,
            reports: BoardReports(
                board: probing.board, fleet: paced, isDemo: false, command: CommandLineText.current,
                started: WallClock.now(), now: WallClock.now),
            filter: filter, filterText: only.text, leftOut: whole.servers.count - fleet.servers.count,
            delivery: delivery, now: WallClock.now)
        let end = await probing.during { begin in
            begin()
            return await session.run()
        }
        switch end {
        case .stopped(let number): throw ExitStatus.endedBy(signal: number)
        case .readerGone(let report): throw ExitStatus.of(report)
        case .failed(let failure): throw failure
        }
    }
}
