import Glibc
import Testing

@testable import TerminalIO

@Suite(.timeLimit(.minutes(1))) struct TerminalThreadTests {
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
}
