import FleetModel
import Foundation
import LabSupport
import Reports
import TestSupport
import Testing

@testable import rdptop

@Suite struct HookQueueTests {
    private static let writer = NoticeJSON(version: "1.0", fleetName: "lab")
    private static let notice = Notice.sample(at: Instant(seconds: 1_800_000_000))

    private static func queue(_ arguments: [String], _ clock: ManualClock) throws -> HookQueue {
        let hook = Notifications.Hook(name: .init("pager", line: 1, column: 1), way: .command(arguments))
        return HookQueue(try NoticeHook(hook, environment: [:]), writer: writer, clock: clock)
    }

    /// A program that fails so many times, and what it has been told.
    private static func failing(_ times: Int) throws -> (arguments: [String], file: String) {
        let file = NSTemporaryDirectory() + "rdptop-hook-\(UUID().uuidString)"
        return (["sh", "-c", "cat >> \"$0\"; test $(wc -l < \"$0\") -gt \(times)", file], file)
    }

    @Test func `A hook that fails is told again after five and after thirty seconds`() async throws {
        let (arguments, file) = try Self.failing(2)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let clock = ManualClock()
        let queue = try Self.queue(arguments, clock)
        async let outcome = queue.tell(Self.notice)
        #expect(await clock.nextSleeper().elapsed == .seconds(5))
        clock.advance(by: .seconds(5))
        #expect(await clock.nextSleeper().elapsed == .seconds(35))
        #expect(queue.standing == HookQueue.Standing())
        clock.advance(by: .seconds(30))
        #expect(await outcome == nil)
        #expect(queue.standing == HookQueue.Standing(told: 1))
        #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count == 3)
    }

    @Test func `What is not taken in three tries is given up, and said`() async throws {
        let (arguments, file) = try Self.failing(9)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let clock = ManualClock()
        let queue = try Self.queue(arguments, clock)
        async let outcome = queue.tell(Self.notice)
        for pause in HookQueue.pauses {
            _ = await clock.nextSleeper()
            clock.advance(by: pause)
        }
        let sentence = "hook pager was not told \"\(Self.notice.title)\": ended with status 1"
        #expect(await outcome == sentence)
        #expect(queue.standing == HookQueue.Standing(failed: 1, trouble: "ended with status 1"))
    }

    @Test func `What will not pass is not tried again`() async throws {
        let clock = ManualClock()
        let queue = try Self.queue(["/no/such/program"], clock)
        #expect(await queue.tell(Self.notice)?.hasSuffix("cannot be run: No such file or directory") == true)
        #expect(clock.sleeperCount == 0)
    }

    @Test func `Of more notices than may wait the rest is given up at once`() throws {
        let queue = try Self.queue(["true"], ManualClock())
        let answers = (0..<(HookQueue.most + 3)).map { _ in queue.append(Self.notice) }
        #expect(answers.compactMap(\.self).count == 3)
        #expect(answers.last??.hasSuffix("\(HookQueue.most) others are waiting") == true)
        #expect(queue.standing.failed == 3)
    }

    // MARK: The end

    @Test func `At the end nothing is tried again, and what was not told is counted`() async throws {
        let clock = ManualClock()
        let queue = try Self.queue(["false"], clock)
        for _ in 0..<3 { #expect(queue.append(Self.notice) == nil) }
        let running = Task { await queue.run { _ in } }
        _ = await clock.nextSleeper()
        running.cancel()
        await running.value
        #expect(queue.untold == 3)
    }

    /// A program that says that it has begun, and takes what it is told when it may.
    private static func waiting(in folder: ScratchFolder) -> [String] {
        let script = "cd \"$0\" || exit 1; echo > begun; while test ! -e go; do sleep 0.02; done; cat > told"
        return ["sh", "-c", script, folder.path]
    }

    private static func begun(in folder: ScratchFolder) async throws {
        let begun: Bool? = try await poll {
            FileManager.default.fileExists(atPath: folder["begun"]) ? true : nil
        }
        try #require(begun == true)
    }

    @Test func `What a hook is being told at the end it may still take, and nothing after that`() async throws {
        let folder = try ScratchFolder()
        let queue = try Self.queue(Self.waiting(in: folder), ManualClock())
        for _ in 0..<2 { #expect(queue.append(Self.notice) == nil) }
        let running = Task { await queue.run { _ in } }
        try await Self.begun(in: folder)
        running.cancel()
        try folder.write("", to: "go")
        await running.value
        #expect(queue.standing == HookQueue.Standing(told: 1) && queue.untold == 1)
        #expect(text(ofFile: folder["told"]).contains(#""event":"test""#))
    }

    @Test func `A hook that takes too long at the end is ended after two seconds`() async throws {
        let folder = try ScratchFolder()
        let clock = ManualClock()
        let queue = try Self.queue(Self.waiting(in: folder), clock)
        #expect(queue.append(Self.notice) == nil)
        let running = Task { await queue.run { _ in } }
        try await Self.begun(in: folder)
        running.cancel()
        #expect(await clock.nextSleeper().elapsed == .seconds(2))
        clock.advance(by: .seconds(2))
        await running.value
        #expect(queue.untold == 1 && queue.standing.told == 0)
    }

    @Test func `A program is killed when nobody waits for it any more`() async throws {
        let running = Task { await HookCommand.run(["sleep", "600"], input: "", within: .minutes(1)) }
        running.cancel()
        #expect(await running.value == .failed("did not end within 1m 0s and was killed", mayPass: false))
    }
}
