import FleetModel
import ProbeEngine

/// The prober of a fleet, and what it is told and tells, for as long as a session lasts.
struct Probing: Sendable {
    let fleet: Fleet
    let board: LiveBoard
    /// What the prober is told.
    let commands: AsyncStream<ProberCommand>.Continuation
    /// How much it has done.
    let counter = ProbeCounter()
    /// Tells hooks and the screen; nil when nobody is told.
    let notifying: Notifying?
    /// What failed, for those who will look into it; nil when nobody can ask for it.
    let exchanges: ExchangeArchive?

    private let prober: FleetProber<EventLoopClock>
    private let told: AsyncStream<ProberCommand>
    private let lags: LagSampler
    private let audit: AuditLog?

    /// Prepares everything; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - fleet: At least one server.
    ///   - depth: How far probes go.
    ///   - limits: How much is probed at a time.
    ///   - audit: Keeps a record of what is done to servers; nil for none.
    ///   - exchanges: Keeps what failed; nil when nobody can ask for it.
    ///   - notifying: Is told what becomes known; nil for nobody.
    /// - Throws: `CommandFailure` when an authority file is unusable.
    init(
        of fleet: Fleet, depth: ProbeDepth = .full, limits: ProbeLimits, audit: AuditLog?,
        exchanges: ExchangeArchive? = nil, notifying: Notifying? = nil
    ) throws {
        self.fleet = fleet
        self.exchanges = exchanges
        self.notifying = notifying
        self.audit = audit
        board = LiveBoard(servers: fleet.servers, gateways: fleet.gateways, now: WallClock.now)
        let (told, commands) = AsyncStream<ProberCommand>.makeStream()
        (self.told, self.commands) = (told, commands)
        lags = LagSampler { commands.yield(.lag($0)) }
        do {
            prober = try ProbeComposition.prober(
                for: fleet, depth: depth, limits: limits, audit: audit?.append, counter: counter,
                archive: exchanges)
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
    }

    /// Begins no new probe, until `resume`.
    func pause() {
        commands.yield(.pause)
        // Loops that are late make what is under way fail, too; after that they hold up nobody, and a look at them every
        // second would be most of what is left to do.
        lags.stop { [counter] in counter.counts.inFlight == 0 }
    }

    /// Probes again.
    func resume() {
        lags.start()
        commands.yield(.resume)
    }

    /// Probes as long as a session lasts.
    ///
    /// - Parameter session: Says by `begin` when probing may begin: what it has to do before comes first.
    /// - Returns: What the session returns.
    func during<End: Sendable>(_ session: @Sendable (_ begin: @escaping @Sendable () -> Void) async -> End) async -> End
    {
        let (starts, start) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        return await AuditLog.recording(audit) {
            await withTaskGroup { group in
                group.addTask {
                    for await _ in starts { break }
                    await prober.run(commands: told) { board.take($0) }
                }
                group.addTask { await notifying?.run(taking: board.takeNews, when: board.newsBell) }
                let end = await session {
                    // What held the loops up before is nothing to do with probes. Not by the task that probes, which may get
                    // to it only when the user has stopped probing already.
                    lags.start()
                    start.yield()
                }
                lags.stop()
                group.cancelAll()
                return end
            }
        }
    }
}
