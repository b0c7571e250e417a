import FleetModel
import TestSupport
import Testing

@testable import rdptop

@Suite struct NotifyingTests {
    private let server = Server(name: "a")
    private let began = Instant(seconds: 1_800_000_000)
    private let clock = ManualClock()
    private let bell = Bell()

    private var now: Instant { began + .milliseconds(Int64(clock.now.elapsed / .milliseconds(1))) }

    /// Tells whoever sits before the screen; the server is unknown for the first minute.
    private func tell(seen look: @Sendable (Duration) -> Void) async {
        let outlets = NoticeOutlets(hooks: [], bell: true, desktop: .off, pace: NoticePace(), maintenance: [])
        let notifying = Notifying(
            outlets, of: Fleet(name: "lab", servers: [server]), isDemo: false, isOnScreen: true, clock: clock
        ) { now }
        await notifying.run(
            taking: {
                look(clock.now.elapsed)
                guard clock.now.elapsed > .seconds(60) else { return FleetNews() }
                let status = ServerStatus(
                    server: server, snapshot: ServerSnapshot(server: server.id, began: now, ended: now),
                    judgement: Judgement(state: .ok, cells: .unknown, findings: []), since: now)
                return FleetNews(servers: [status])
            }, when: bell)
    }

    @Test func `Who tells sleeps until something has become known, or is due`() async {
        let (looks, look) = AsyncStream<Duration>.makeStream()
        let telling = Task { await tell { look.yield($0) } }
        var seen = looks.makeAsyncIterator()

        func sleepsUntil(_ second: Int) async -> Bool {
            let next = await clock.nextSleeper().elapsed
            clock.advance(by: next - clock.now.elapsed)
            return next == .seconds(second)
        }

        // Nothing is known of the server: after a minute it looks at the clock again.
        #expect(await seen.next() == .zero)
        #expect(await sleepsUntil(1))
        #expect(await sleepsUntil(60))
        #expect(await seen.next() == .seconds(60))
        #expect(await sleepsUntil(61))
        #expect(await clock.nextSleeper().elapsed == .seconds(120))
        // What was found at first is due when others had ten seconds to join it.
        bell.ring()
        #expect(await seen.next() == .seconds(61))
        #expect(await sleepsUntil(62))
        #expect(await sleepsUntil(71))
        #expect(await seen.next() == .seconds(71))
        #expect(await sleepsUntil(72))
        // Nothing is due any more but the look at the clock. What becomes known within a second is looked at together.
        #expect(await clock.nextSleeper().elapsed == .seconds(131))
        bell.ring()
        #expect(await seen.next() == .seconds(72))
        bell.ring()
        bell.ring()
        #expect(await sleepsUntil(73))
        #expect(await seen.next() == .seconds(73))
        #expect(await sleepsUntil(74))
        #expect(await clock.nextSleeper().elapsed == .seconds(133))
        telling.cancel()
        await telling.value
    }
}
