package import FleetModel

/// Probes a fleet: `run` for as long as somebody watches, `sweep` once for a report.
///
/// It decides when and how many; `probe` does one server from its first packet to its last, within the server's timeout,
/// and returns soon when its task is cancelled. Servers with `path: gateway` are not probed: nobody connects to them
/// directly.
package struct FleetProber<C: Clock & Sendable>: Sendable where C.Duration == Duration, C.Instant: Sendable {
    /// One probe of one server.
    package typealias Probe = @Sendable (Server) async -> ServerSnapshot

    let servers: [Server]
    let limits: ProbeLimits
    let lastKnownBad: Set<Server.ID>
    let clock: C
    let probe: Probe

    /// Of two servers with the same identity the first counts; those in `lastKnownBad` come first in the first sweep.
    package init(
        servers: [Server], limits: ProbeLimits = ProbeLimits(), lastKnownBad: Set<Server.ID> = [], clock: C,
        probe: @escaping Probe
    ) {
        var seen: Set<Server.ID> = []
        self.servers = servers.filter { seen.insert($0.id).inserted }
        self.limits = limits
        self.lastKnownBad = lastKnownBad
        self.clock = clock
        self.probe = probe
    }

    private enum Event: Sendable {
        case ended(ServerSnapshot)
        case command(ProberCommand)
        case alarm(Instant)
    }

    /// Probes until the task is cancelled, and then ends as soon as the probes under way have.
    ///
    /// `publish` is called once for each probe, one call at a time, with `probes` and `consecutiveFailures` filled in; it
    /// must not block. Between two events nothing runs. That `commands` ends means only that no more will come.
    @concurrent
    package func run(
        commands: AsyncStream<ProberCommand>, publish: @escaping @Sendable (ServerSnapshot) -> Void
    ) async {
        let time = ScheduleTime(clock)
        var schedule = ProbeSchedule(servers: servers, limits: limits, lastKnownBad: lastKnownBad, start: time.now)
        var alarms = AlarmStack()
        // Holds at most one event for each probe under way, each alarm, and each command.
        let (events, mailbox) = AsyncStream.makeStream(of: Event.self)
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await command in commands { mailbox.yield(.command(command)) }
            }
            mailbox.yield(.alarm(time.now))
            for await event in events {
                let now = time.now
                switch event {
                case .ended(let snapshot): publish(schedule.end(snapshot, at: now))
                case .alarm(let wake): alarms.drop(until: max(wake, now))
                case .command(.probeNow(let ids, let answer)): answer(schedule.probeNow(ids, at: now))
                case .command(.pause): schedule.pause()
                case .command(.resume): schedule.resume()
                }
                for server in schedule.begin(at: now) {
                    group.addTask { [probe] in mailbox.yield(.ended(await probe(server))) }
                }
                if let wake = schedule.nextWake, alarms.needs(wake) {
                    group.addTask {
                        await time.sleep(until: wake)
                        mailbox.yield(.alarm(wake))
                    }
                }
            }
            group.cancelAll()
        }
    }
}
