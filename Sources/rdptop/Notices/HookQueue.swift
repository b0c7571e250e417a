import FleetModel
import Reports
import Synchronization

/// The notices that one hook is still to be told, one after the other; nobody waits for it.
final class HookQueue: Sendable {
    /// What has come of it so far.
    struct Standing: Sendable, Equatable {
        /// Notices that were taken.
        var told = 0
        /// Notices that were given up.
        var failed = 0
        /// Why the last one was given up; nil when one was taken since.
        var trouble: String?
    }

    let hook: NoticeHook
    private let writer: NoticeJSON
    private let clock: any Clock<Duration>
    private let notices: AsyncStream<Notice>
    private let mailbox: AsyncStream<Notice>.Continuation
    private let record = Mutex(Standing())

    /// Before the second and the third try.
    static let pauses: [Duration] = [.seconds(5), .seconds(30)]
    /// More than these do not wait for a hook that is slow; what comes then is given up.
    static let most = 32

    /// A queue of a hook.
    ///
    /// - Parameters:
    ///   - hook: Who is told.
    ///   - writer: Makes the documents.
    ///   - clock: Measures the pauses between two tries.
    init(_ hook: NoticeHook, writer: NoticeJSON, clock: any Clock<Duration> = ContinuousClock()) {
        self.hook = hook
        self.writer = writer
        self.clock = clock
        (notices, mailbox) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.most))
    }

    var standing: Standing { record.withLock { $0 } }

    /// Takes a notice; never waits.
    ///
    /// - Returns: What to tell the user; nil when it will be told.
    func append(_ notice: Notice) -> String? {
        guard case .dropped = mailbox.yield(notice) else { return nil }
        return giveUp(notice, "\(Self.most) others are waiting")
    }

    /// Tells the hook, until the task is cancelled.
    ///
    /// - Parameter complain: Gets a sentence for each notice that was given up.
    func run(complain: @Sendable (String) -> Void) async {
        for await notice in notices {
            if let sentence = await tell(notice), !Task.isCancelled { complain(sentence) }
        }
    }

    /// Tells the hook one notice, in as many tries as it takes.
    ///
    /// - Returns: What to tell the user; nil when it was taken.
    func tell(_ notice: Notice) async -> String? {
        let document = writer.text(of: notice, for: hook.name)
        var pauses = Self.pauses[...]
        while true {
            switch await hook.tell(document) {
            case .taken:
                record.withLock { record in
                    record.told += 1
                    record.trouble = nil
                }
                return nil
            case .failed(let why, let mayPass):
                guard mayPass, let pause = pauses.popFirst(), (try? await clock.sleep(for: pause)) != nil else {
                    return giveUp(notice, why)
                }
            }
        }
    }

    private func giveUp(_ notice: Notice, _ why: String) -> String {
        record.withLock { record in
            record.failed += 1
            record.trouble = why
        }
        return "hook \(hook.name) was not told \"\(CleanText.clean(notice.title, limit: 80))\": \(why)"
    }
}
