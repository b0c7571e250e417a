import Glibc
import Synchronization
import Testing

@testable import TerminalIO

@Suite(.timeLimit(.minutes(5))) struct TerminalThreadTests {
    @Test func `Calling back takes no more of the stack the thousandth time than the first`() async throws {
        let thread = try TerminalThread()
        let (depths, sink) = AsyncStream.makeStream(of: UInt.self)
        thread.watch(nil) { _ in
            var here: UInt8 = 0
            withUnsafeMutablePointer(to: &here) { _ = sink.yield(UInt(bitPattern: $0)) }
        }
        var iterator = depths.makeAsyncIterator()
        let first = try #require(await iterator.next())
        var last = first
        for _ in 0..<1_000 {
            var byte: UInt8 = 0
            try #require(write(thread.doorbell, &byte, 1) == 1)
            last = try #require(await iterator.next())
        }
        #expect(last == first)
        thread.watch(nil, nil)
    }

    private actor Listener {
        private let thread: TerminalThread
        nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

        init(on thread: TerminalThread) { self.thread = thread }

        /// Has the thread ring so many times, each time when it has heard of the one before.
        func ring(_ count: Int, hearing rings: AsyncStream<Void>) async {
            await withTaskExecutorPreference(thread) {
                var rings = rings.makeAsyncIterator()
                for _ in 0..<count {
                    thread.ring(at: .now)
                    await rings.next(isolation: self)
                }
            }
        }
    }

    @Test func `What comes on the thread reaches a task on it, and no other thread has to wake it for that`()
        async throws
    {
        let thread = try TerminalThread()
        let (rings, sink) = AsyncStream.makeStream(of: Void.self)
        let wakes = Mutex(0)
        thread.watch(nil) { occasion in
            if occasion == .alarm { sink.yield() } else { wakes.withLock { $0 += 1 } }
        }
        let listener = Listener(on: thread)
        await listener.ring(100, hearing: rings)
        // Those of the beginning, when the callback was set and the task came to the thread.
        #expect(wakes.withLock(\.self) <= 2)
        thread.watch(nil, nil)
    }
}
