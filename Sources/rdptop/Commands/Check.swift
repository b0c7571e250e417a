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
            --depth cycle makes one connection and no more: for cron and monitoring.
            Exit status: 2 when a server is down, 3 when one is unknown, 1 when there are warnings, 0 when all is well; \
            64 for wrong arguments, 73 when the report cannot be written, 78 for a wrong or missing fleet file.
            --only reports the servers that a filter leaves, and ends with the worst of those; what the fleet file rules \
            out (site:, tag:, owner:, gateway:) is not probed at all.
            --rdp says whether mstsc with this file would connect, and where it would stop. Then the exit status is of \
            mstsc: 2 when it stops, 3 when that cannot be told, 1 when it asks the user, 0 when it reaches the log-on.
            """)

    @OptionGroup var fleet: FleetArguments
    @OptionGroup var connectionFile: ConnectionFileOption
    @OptionGroup var only: FilterOption
    @OptionGroup var limits: LimitOptions
    @OptionGroup var audit: AuditOptions

    @Option(help: "How far to go: \(ProbeDepth.allCases.map(\.rawValue).joined(separator: " or ")).")
    var depth = ProbeDepth.full

    @Option(help: "How to print: \(ReportTable.formats.map(\.name).joined(separator: ", ")).")
    var format = "text"

    @Flag(inversion: .prefixedNo, help: "Check failures again once after one second.")
    var recheck = true

    func validate() throws {
        guard ReportTable.format(named: format) != nil else {
            let names = ReportTable.formats.map(\.name).joined(separator: ", ")
            throw ValidationError("--format is one of \(names)")
        }
        try connectionFile.validate(beside: fleet.targets)
    }

    func run() async throws {
        let filter = try only.load()
        let file = try connectionFile.load()
        let whole = try file.map(ConnectionFileOption.fleet) ?? fleet.load()
        let fleet = try filter.map { try FilterOption.part(of: whole, filter: $0) } ?? whole
        let log = try audit.open()
        let prober: FleetProber<ContinuousClock>
        do {
            prober = try ProbeComposition.prober(
                for: fleet, depth: depth, limits: limits.limits, audit: log?.append)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.configuration
        }
        let result = await AuditLog.recording(log) {
            await prober.sweep(recheckAfter: recheck ? ProbeComposition.secondLook : nil)
        }
        let now = WallClock.now()
        let probed = ReportComposition.statuses(of: result, in: fleet, at: now)
        // Ages are counted from the end of the probe.
        let statuses = probed.servers.filter { filter?.matches(FilterRow($0), now: now) ?? true }
        let names = Set(FilterOption.gateways(of: statuses.map(\.server), in: fleet).map(\.id))
        let gateways = probed.gateways.filter { filter == nil || names.contains($0.gateway.id) }
        var report = ReportComposition.report(
            of: statuses, gateways: gateways, counts: StateCounts(statuses.map(\.judgement)),
            causes: ReportComposition.causes(
                of: probed.servers, gateways: probed.gateways, ourSide: result.ourSide, at: now),
            fleet: fleet, command: CommandLineText.current, filter: only.text ?? "",
            leftOut: whole.servers.count - statuses.count, at: now)
        report.sourceAddress = ReportComposition.sourceAddress(of: probed.servers, probed.gateways)
        report.forecast = file.flatMap { file in
            statuses.first.map { forecast(file, server: $0, gateway: gateways.first, now: now) }
        }
        if let format = ReportTable.format(named: format) {
            var output = StandardOutput()
            format.write(report, to: &output)
            output.flush()
            if let failure = output.failure {
                StandardError.write("rdptop: the report could not be written to standard output: \(failure)")
                throw ExitStatus.cannotWrite
            }
        }
        // The question was about the file: what else is wrong with server or gateway is in the report.
        if let forecast = report.forecast { throw ExitStatus.worst(of: [forecast.ending.state]) }
        throw ExitStatus.worst(of: statuses.map(\.judgement.state) + gateways.map(\.judgement.state))
    }
}
