import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Dashboard
@testable import rdptop

@Suite(.timeLimit(.minutes(5))) struct ScreenKeeperTests {
    /// A disk that holds up whoever writes, until it is let go.
    private final class Disk: Sendable {
        private struct State {
            var begun = 0
            var written: [(screen: ViewID?, before: ViewID?)] = []
        }

        private let state = Mutex(State())
        private let gate = DispatchSemaphore(value: 0)
        private let isFull: Bool

        init(isFull: Bool = false) { self.isFull = isFull }

        /// What was written, and what was kept before.
        var written: [[ViewID?]] { state.withLock { $0.written.map { [$0.screen, $0.before] } } }

        func save(_ screen: KeptScreen, _ before: KeptScreen) throws(KeptScreenFile.Mistake) {
            state.withLock { $0.begun += 1 }
            gate.wait()
            if isFull { throw KeptScreenFile.Mistake(description: "the disk is full") }
            state.withLock { $0.written.append((screen.view, before.view)) }
        }

        /// Lets that many writes happen.
        func letGo(_ count: Int) { for _ in 0..<count { gate.signal() } }

        /// Waits until so many writes have begun.
        func waitUntilBegun(_ count: Int) async { while state.withLock(\.begun) < count { await Task.yield() } }
    }

    private static func screen(_ view: ViewID?) -> KeptScreen {
        var screen = KeptScreen()
        screen.view = view
        return screen
    }

    private static func keeper(_ disk: Disk) -> ScreenKeeper {
        ScreenKeeper(found: screen(.all)) { screen, before throws(KeptScreenFile.Mistake) in
            try disk.save(screen, before)
        }
    }

    @Test func `Nobody is held up by a disk, which gets the newest when it goes on`() async {
        let disk = Disk()
        let keeper = Self.keeper(disk)
        keeper.keep(Self.screen(.sites))
        await disk.waitUntilBegun(1)
        for view in [ViewID.events, .gateways, .problems] { keeper.keep(Self.screen(view)) }
        disk.letGo(2)
        await keeper.finish(Self.screen(.problems))
        #expect(disk.written == [[.sites, .all], [.problems, .sites]])
        #expect(keeper.takeComplaint() == nil)
    }

    @Test func `What has not changed is not written`() async {
        let disk = Disk()
        let keeper = Self.keeper(disk)
        keeper.keep(Self.screen(.all))
        await keeper.finish(Self.screen(.all))
        disk.letGo(1)
        keeper.keep(Self.screen(.sites))
        await keeper.finish(Self.screen(.sites))
        #expect(disk.written == [[.sites, .all]])
    }

    @Test func `What cannot be kept is said once, and tried again at the end`() async {
        let disk = Disk(isFull: true)
        let keeper = Self.keeper(disk)
        disk.letGo(9)
        for (count, view) in [ViewID.sites, .events].enumerated() {
            keeper.keep(Self.screen(view))
            await disk.waitUntilBegun(count + 1)
        }
        await keeper.finish(Self.screen(.events))
        #expect(keeper.takeComplaint() == "the disk is full")
        await keeper.finish(Self.screen(.events))
        #expect(keeper.takeComplaint() == nil)
        await disk.waitUntilBegun(3)
        #expect(disk.written.isEmpty)
    }

    @Test func `The end waits for a disk that does not answer for some seconds, and says so`() async {
        let (disk, clock) = (Disk(), ManualClock())
        let keeper = Self.keeper(disk)
        async let end: Void = keeper.finish(Self.screen(.sites), clock: clock)
        #expect(await clock.nextSleeper().elapsed == ScreenKeeper.limit)
        clock.advance(by: ScreenKeeper.limit)
        await end
        #expect(keeper.takeComplaint() == "the screen is not kept for the next run: the disk does not answer")
        disk.letGo(1)
    }
}
