import FleetModel
import Foundation
import ProbeEngine

/// Builds the prober of a fleet: resolver, authorities, ladder, schedule.
enum ProbeComposition {
    /// The ladder for a fleet.
    ///
    /// - Throws: An error of an authority file, or of a resolver that cannot be started.
    static func ladder(for fleet: Fleet) throws -> Ladder {
        try Ladder(
            resolver: try CAresResolver(servers: fleet.resolvers, now: WallClock.now),
            examiners: try CertificateExaminers(for: fleet.servers),
            now: WallClock.now)
    }

    /// The prober for a fleet.
    ///
    /// - Throws: As `ladder(for:)`.
    static func prober(for fleet: Fleet, limits: ProbeLimits = ProbeLimits()) throws -> FleetProber<ContinuousClock> {
        OpenFiles.raiseLimit(toHold: limits.established)
        let ladder = try ladder(for: fleet)
        return FleetProber(servers: fleet.servers, limits: limits, clock: ContinuousClock()) { server in
            await ladder.climb(server)
        }
    }
}

/// The number of files this process may open.
private enum OpenFiles {
    /// Raises the soft limit, as far as the hard one allows, so that `connections` sockets fit beside everything else.
    static func raiseLimit(toHold connections: Int) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let wanted = rlim_t(connections + 128)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
