import FleetModel
import Foundation
import ProbeEngine

/// Builds the prober of a fleet.
enum ProbeComposition {
    /// How long after a failure a command that does not stay looks once more.
    static let secondLook = Duration.seconds(1)

    /// The prober for a fleet; says on standard error when it has to probe fewer servers at a time than it was told.
    ///
    /// - Parameters:
    ///   - fleet: Whom to probe.
    ///   - depth: How far probes go.
    ///   - limits: How much is probed at a time.
    ///   - audit: Gets an entry for each connection and exchange; nil when nobody keeps them.
    ///   - counter: Counts what is done; nil when nobody asks.
    ///   - archive: Keeps the exchanges that failed; nil when nobody will ask for them.
    /// - Returns: The prober, which does nothing yet.
    /// - Throws: As `ProbeTools`.
    static func prober(
        for fleet: Fleet, depth: ProbeDepth, limits: ProbeLimits, audit: (@Sendable (AuditEntry) -> Void)? = nil,
        counter: ProbeCounter? = nil, archive: ExchangeArchive? = nil
    ) throws -> FleetProber<EventLoopClock> {
        let tools = try ProbeTools(for: fleet, depth: depth, audit: audit)
        let actions = tools.actions(keeping: archive)
        let files = OpenFiles.raiseLimit(to: limits.sockets + otherFiles)
        let fitting = fitting(limits, files: files)
        if fitting != limits {
            StandardError.write(
                "rdptop: only \(files) files may be open (ulimit -Hn): "
                    + "probing \(fitting.established) servers at a time, and \(fitting.pending) more that are silent"
            )
        }
        return FleetProber(
            servers: fleet.servers, gateways: fleet.gateways, depth: depth, limits: fitting, clock: EventLoopClock(),
            wall: WallClock.now, actions: counter.map { $0.counting(actions) } ?? actions, executor: tools.scheduling)
    }

    /// The limits of so many open files: one for each socket, the rest for everything else; those that are pending give
    /// way first, and never fewer than 16 of each kind.
    static func fitting(_ limits: ProbeLimits, files: Int) -> ProbeLimits {
        var fitting = limits
        let sockets = files - otherFiles
        fitting.established = min(limits.established, max(16, sockets / 2))
        fitting.datagrams = min(limits.datagrams, max(16, sockets / 8))
        fitting.pending = min(limits.pending, max(16, sockets - fitting.established - fitting.datagrams))
        return fitting
    }

    /// Open files that are no probe's connection: the terminal, event loops, name servers, reports.
    private static let otherFiles = 128
}
