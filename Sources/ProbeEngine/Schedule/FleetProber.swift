package import FleetModel

/// Probes a fleet: `run` for as long as somebody watches, `sweep` once for a report.
///
/// It decides when and how many; its actions do one thing to one target each, from the first packet to the last, within the
/// target's timeout, and return soon when their task is cancelled. Servers with `path: gateway` are not probed: nobody
/// connects to them directly.
package struct FleetProber<C: Clock & Sendable>: Sendable where C.Duration == Duration, C.Instant: Sendable {
    let servers: [Server]
    let gateways: [Gateway]
    let depth: ProbeDepth
    let limits: ProbeLimits
    let lastKnownBad: Set<Server.ID>
    let clock: C
    let wall: @Sendable () -> Instant
    let actions: ProbeActions
    let executor: (any TaskExecutor)?

    /// Makes a prober; nothing is probed yet.
    ///
    /// - Parameters:
    ///   - servers: Of two with the same identity the first counts.
    ///   - gateways: All of them are probed, each once a cycle.
    ///   - depth: Whether anything follows the probes of servers.
    ///   - limits: What all connections together keep to.
    ///   - lastKnownBad: These come first in the first sweep.
    ///   - clock: The steady clock that the schedule lives by.
    ///   - wall: The wall clock, in which observations tell their time.
    ///   - actions: What is done to targets.
    ///   - executor: Runs the schedule; nil for the threads that all tasks share.
    package init(
        servers: [Server], gateways: [Gateway] = [], depth: ProbeDepth, limits: ProbeLimits = ProbeLimits(),
        lastKnownBad: Set<Server.ID> = [], clock: C, wall: @escaping @Sendable () -> Instant, actions: ProbeActions,
        executor: (any TaskExecutor)? = nil
    ) {
        self.servers = servers
        self.gateways = gateways
        self.depth = depth
        self.limits = limits
        self.lastKnownBad = lastKnownBad
        self.clock = clock
        self.wall = wall
        self.actions = actions
        self.executor = executor
    }

    /// Probes until the task is cancelled, and then ends as soon as what is under way has.
    ///
    /// `publish` is called for each probe that has ended, for each thing that followed one, and when our own side changes,
    /// one call at a time; it must not block. Between two events nothing runs. That `commands` ends means only that no more
    /// will come.
    @concurrent
    package func run(
        commands: AsyncStream<ProberCommand>, publish: @escaping @Sendable (ProbeResult) -> Void
    ) async {
        await withTaskExecutorPreference(executor) {
            let time = ScheduleTime(clock)
            var schedule = schedule(for: .watching, at: time.now)
            await drive(&schedule, time, commands: commands, publish: publish) { _ in }
        }
    }

    func schedule(for purpose: ProbeSchedule.Purpose, at now: Instant) -> ProbeSchedule {
        ProbeSchedule(
            servers: servers, gateways: gateways, purpose: purpose, depth: depth, limits: limits,
            lastKnownBad: lastKnownBad, start: now)
    }
}
