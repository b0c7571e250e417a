import FleetModel
import Foundation
import ProbeEngine

/// Builds the prober of a fleet: resolver, authorities, ladder, schedule.
enum ProbeComposition {
    /// How long after a failure a command that does not stay looks once more.
    static let secondLook = Duration.seconds(1)

    /// The ladder for a fleet, with a gate where many servers are probed.
    ///
    /// - Throws: An error of an authority file, or of a resolver that cannot be started.
    static func ladder(for fleet: Fleet, gate: NeighbourhoodGate? = nil) throws -> Ladder {
        try Ladder(
            resolver: try CAresResolver(servers: fleet.resolvers, now: WallClock.now),
            examiners: try CertificateExaminers(for: fleet.servers), gate: gate,
            now: WallClock.now)
    }

    /// The prober for a fleet; says on standard error when it has to probe fewer servers at a time than it was told.
    ///
    /// - Throws: As `ladder(for:)`.
    static func prober(for fleet: Fleet, limits: ProbeLimits = ProbeLimits()) throws -> FleetProber<ContinuousClock> {
        let ladder = try ladder(for: fleet, gate: NeighbourhoodGate(limits: limits, clock: ContinuousClock()))
        let files = OpenFiles.raiseLimit(to: limits.established + otherFiles)
        let fitting = fitting(limits, files: files)
        if fitting != limits {
            StandardError.write(
                "rdptop: only \(files) files may be open (ulimit -Hn): probing \(fitting.established) servers at a time"
            )
        }
        return FleetProber(servers: fleet.servers, limits: fitting, clock: ContinuousClock()) { server in
            await ladder.climb(server)
        }
    }

    /// The limits of so many open files: one for each probe, the rest for everything else, and never less than 16 probes.
    static func fitting(_ limits: ProbeLimits, files: Int) -> ProbeLimits {
        var fitting = limits
        fitting.established = min(limits.established, max(16, files - otherFiles))
        return fitting
    }

    /// Open files that are no probe's connection: the terminal, event loops, name servers, reports.
    private static let otherFiles = 128
}
