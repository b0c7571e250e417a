import Dashboard
import FleetModel
import Reports

/// Tells hooks, and the screen, what becomes known of a fleet, as their policies have it.
final class Notifying: Sendable {
    /// What a session gets of it.
    enum Saying: Sendable {
        /// A hook was not told; a sentence for the user.
        case complaint(String)
        /// The screen is to tell this.
        case notice(Notice)
    }

    /// For one consumer.
    let sayings: AsyncStream<Saying>
    let outlets: NoticeOutlets

    private let queues: [HookQueue]
    private let policies: [NoticePolicy]
    private let screenPolicy: NoticePolicy?
    private let now: @Sendable () -> Instant
    private let clock: any Clock<Duration>
    private let speaker: AsyncStream<Saying>.Continuation

    /// Prepares everything; nobody is told anything yet.
    ///
    /// - Parameters:
    ///   - outlets: Who is told.
    ///   - fleet: Of whom.
    ///   - isDemo: Whether the servers are simulated.
    ///   - isOnScreen: Whether there is a screen that can ring.
    ///   - clock: Measures the time between two looks, and what hooks may take at the end.
    ///   - now: The time.
    init(
        _ outlets: NoticeOutlets, of fleet: Fleet, isDemo: Bool, isOnScreen: Bool,
        clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Instant
    ) {
        self.outlets = outlets
        self.clock = clock
        self.now = now
        let writer = NoticeJSON(version: Version.text, fleetName: fleet.name, isDemo: isDemo)
        let calendar = outlets.calendar(of: fleet)
        // Who gets the notices of several machines, or of several hooks, tells them apart by this.
        let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        func policy(_ wish: NoticePolicy.Wish, at place: Int) -> NoticePolicy {
            NoticePolicy(
                wish, pace: outlets.pace, of: fleet, calendar: calendar, mark: "\(digits)-\(place)", now: now())
        }
        queues = outlets.hooks.map { HookQueue($0, writer: writer, clock: clock) }
        policies = outlets.hooks.enumerated().map { place, hook in policy(hook.wish, at: place + 1) }
        let rings = outlets.bell || outlets.desktop != .off
        screenPolicy = isOnScreen && rings ? policy(NoticePolicy.Wish(), at: 0) : nil
        (sayings, speaker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
    }

    /// What has come of each hook so far.
    var standings: [HookStanding] {
        queues.map { queue in
            let standing = queue.standing
            return HookStanding(
                name: queue.hook.name, told: standing.told, failed: standing.failed, trouble: standing.trouble)
        }
    }

    /// Tells everybody, until the task is cancelled. What nobody will be told any more is then said on standard error.
    ///
    /// It looks for news itself: hooks are told, too, while the terminal or the reader of the output is stopped.
    ///
    /// - Parameters:
    ///   - news: What has become known since it was last asked.
    ///   - bell: Rings when something has.
    func run(taking news: @Sendable () -> FleetNews, when bell: Bell) async {
        await withDiscardingTaskGroup { group in
            for queue in queues {
                group.addTask { [speaker] in await queue.run { speaker.yield(.complaint($0)) } }
            }
            await decide(taking: news, when: bell)
            group.cancelAll()
        }
        for queue in queues where queue.untold > 0 {
            StandardError.write("rdptop: hook \(queue.hook.name) was not told \(counted(queue.untold, "notice"))")
        }
    }

    /// Between two looks: what becomes known meanwhile is looked at together.
    private static let pause = Span.seconds(1)

    /// Looks when something has become known or may be due, and sleeps otherwise.
    private func decide(taking news: @Sendable () -> FleetNews, when bell: Bell) async {
        var policies = policies
        var screenPolicy = screenPolicy
        var alarm: Task<Void, Never>?
        defer { alarm?.cancel() }
        bell.ring()
        for await _ in bell.rings {
            alarm?.cancel()
            let (news, at) = (news(), now())
            for index in policies.indices {
                for notice in policies[index].take(news, at: at) {
                    if let complaint = queues[index].append(notice) { speaker.yield(.complaint(complaint)) }
                }
            }
            for notice in screenPolicy?.take(news, at: at) ?? [] { speaker.yield(.notice(notice)) }
            let rest = (policies + [screenPolicy].compactMap(\.self)).map { $0.rest(at: at) }.min()
            guard (try? await clock.sleep(for: Self.pause.duration)) != nil else { return }
            alarm = rest.map { bell.ring(after: max(.zero, $0 - Self.pause).duration, by: clock) }
        }
    }
}
