import FleetModel
import Foundation
import ProbeEngine

/// Builds the prober of a fleet: resolver, authorities, ladder, schedule.
enum ProbeComposition {
    /// How long after a failure a command that does not stay looks once more.
    static let secondLook = Duration.seconds(1)

    /// The ladder for a fleet.
    ///
    /// - Throws: An error of an authority file, or of a resolver that cannot be started.
    static func ladder(for fleet: Fleet) throws -> Ladder {
        try Ladder(
            resolver: try CAresResolver(servers: fleet.resolvers, now: WallClock.now),
            examiners: try CertificateExaminers(for: fleet.servers), now: WallClock.now)
    }

    /// The prober for a fleet; says on standard error when it has to probe fewer servers at a time than it was told.
    ///
    /// - Throws: As `ladder(for:)`.
    static func prober(for fleet: Fleet, limits: ProbeLimits = ProbeLimits()) throws -> FleetProber<ContinuousClock> {
        let ladder = try ladder(for: fleet)
        let files = OpenFiles.raiseLimit(to: limits.sockets + otherFiles)
        let fitting = fitting(limits, files: files)
        if fitting != limits {
            StandardError.write(
                "rdptop: only \(files) files may be open (ulimit -Hn): "
                    + "probing \(fitting.established) servers at a time, and \(fitting.pending) more that are silent"
            )
        }
        return FleetProber(
            servers: fleet.servers, depth: .cycle, limits: fitting, clock: ContinuousClock(), wall: WallClock.now,
            actions: ProbeActions(
                probe: { server, earlier, pass in await ladder.climb(server, after: earlier, pass: pass) },
                followUp: { _, _, snapshot in snapshot },
                climbGateway: { gateway, _, _ in
                    let now = WallClock.now()
                    return GatewaySnapshot(gateway: gateway.id, began: now, ended: now)
                }))
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
