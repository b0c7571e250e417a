import Drawing
import TerminalIO
import Testing

@testable import rdptop

@Suite struct KeepPacerTests {
    private let start = ContinuousClock.now

    private func seconds(_ seconds: Double) -> ContinuousClock.Instant { start + .milliseconds(Int64(seconds * 1_000)) }

    /// The seconds at which it is time, of a board that looks every second, for a user who presses a key at these.
    private func times(keysAt keys: [Double]) -> [Int] {
        var pacer = KeepPacer()
        return (0..<100).filter { second in
            for key in keys where key > Double(second - 1) && key <= Double(second) {
                pacer.note(.key(.character("j")), at: seconds(key))
            }
            return pacer.take(at: seconds(Double(second)))
        }
    }

    @Test(
        arguments: [
            ([], []), ([1], [3]), ([1, 2, 3], [5]), ([1.5, 7], [4, 9]),
            (stride(from: 1, through: 60, by: 0.5).map(\.self), [21, 42, 62]),
        ] as [([Double], [Int])])
    func `It is time when the user has rested, or has not for long`(keys: [Double], expected: [Int]) {
        #expect(times(keysAt: keys) == expected)
    }

    @Test(
        arguments: [
            .key(.character("s")), .pasted("ts01"), .mouse(MouseInput(.press, at: Point(column: 0, row: 0))),
        ] as [TerminalEvent])
    func `What a user does may change the screen`(event: TerminalEvent) {
        var pacer = KeepPacer()
        pacer.note(event, at: start)
        let isTime = pacer.take(at: seconds(2))
        #expect(isTime)
    }

    @Test(
        arguments: [
            .alarm, .focus(isHeld: true), .resized(Size(width: 80, height: 24)), .resumed, .stopRequested(signal: 15),
            .hungUp,
        ] as [TerminalEvent])
    func `What comes without the user does not`(event: TerminalEvent) {
        var pacer = KeepPacer()
        pacer.note(event, at: start)
        let isTime = pacer.take(at: seconds(1_000))
        #expect(!isTime)
    }
}
