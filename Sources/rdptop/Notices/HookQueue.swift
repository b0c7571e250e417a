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
    private let record = Mutex(Record())

    private struct Record {
        var standing = Standing()
        /// Notices that were taken in, and of which nothing has come yet.
        var untold = 0
        /// Whether the hook is being told one in this moment.
        var isTelling = false
        /// Whether this is the end: nothing more is begun.
        var isEnding = false
    }

    /// Before the second and the third try.
    static let pauses: [Duration] = [.seconds(5), .seconds(30)]
    /// More than these do not wait for a hook that is slow; what comes then is given up.
    static let most = 32
    /// What the hook may take at the end for what it is being told.
    static let grace = Duration.seconds(2)

    /// A queue of a hook.
    ///
    /// - Parameters:
    ///   - hook: Who is told.
    ///   - writer: Makes the documents.
    ///   - clock: Measures the pauses between two tries, and what is granted at the end.
    init(_ hook: NoticeHook, writer: NoticeJSON, clock: any Clock<Duration> = ContinuousClock()) {
        self.hook = hook
        self.writer = writer
        self.clock = clock
        (notices, mailbox) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.most))
    }

    var standing: Standing { record.withLock(\.standing) }

    /// How many notices wait for being told, or are being told.
    var untold: Int { record.withLock(\.untold) }

    /// Takes a notice; never waits.
    ///
    /// - Returns: What to tell the user; nil when it will be told.
    func append(_ notice: Notice) -> String? {
        record.withLock { $0.untold += 1 }
        guard case .dropped = mailbox.yield(notice) else { return nil }
        record.withLock { $0.untold -= 1 }
        return giveUp(notice, "\(Self.most) others are waiting")
    }

    /// Tells the hook, until the task is cancelled; what it is being told then it may still take, in at most ``grace``.
    ///
    /// - Parameter complain: Gets a sentence for each notice that was given up.
    func run(complain: @escaping @Sendable (String) -> Void) async {
        // A task of its own, which the end does not cut short at once.
        let telling = Task {
            for await notice in notices {
                let sentence = await tell(notice)
                // What failed at the end would have been tried again: it stays untold.
                guard settle(isTold: sentence == nil) else { return }
                if let sentence { complain(sentence) }
            }
        }
        await withTaskCancellationHandler {
            await telling.value
        } onCancel: {
            guard isTellingAtTheEnd() else { return telling.cancel() }
            Task {
                try? await clock.sleep(for: Self.grace)
                telling.cancel()
            }
        }
    }

    /// Remembers that this is the end.
    ///
    /// - Returns: Whether the hook is being told something.
    private func isTellingAtTheEnd() -> Bool {
        record.withLock { record in
            record.isEnding = true
            return record.isTelling
        }
    }

    /// Whether the queue goes on after a notice.
    private func settle(isTold: Bool) -> Bool {
        record.withLock { record in
            if isTold || !record.isEnding { record.untold -= 1 }
            return !record.isEnding
        }
    }

    /// Tells the hook once; nil when this is the end.
    private func tellOnce(_ document: String) async -> HookAnswer? {
        let isEnding = record.withLock { record in
            record.isTelling = !record.isEnding
            return record.isEnding
        }
        guard !isEnding else { return nil }
        defer { record.withLock { $0.isTelling = false } }
        return await hook.tell(document)
    }

    /// Waits for the next try; false when there is none.
    private func waits(_ pause: Duration) async -> Bool {
        guard !record.withLock(\.isEnding) else { return false }
        return (try? await clock.sleep(for: pause)) != nil
    }

    /// Tells the hook one notice, in as many tries as it takes.
    ///
    /// - Returns: What to tell the user; nil when it was taken.
    func tell(_ notice: Notice) async -> String? {
        let document = writer.text(of: notice, for: hook.name)
        var pauses = Self.pauses[...]
        while true {
            switch await tellOnce(document) {
            case .taken?:
                record.withLock { record in
                    record.standing.told += 1
                    record.standing.trouble = nil
                }
                return nil
            case .failed(let why, let mayPass)?:
                guard mayPass, let pause = pauses.popFirst(), await waits(pause) else { return giveUp(notice, why) }
            case nil: return giveUp(notice, "rdptop has ended")
            }
        }
    }

    private func giveUp(_ notice: Notice, _ why: String) -> String {
        record.withLock { record in
            record.standing.failed += 1
            record.standing.trouble = why
        }
        return "hook \(hook.name) was not told \"\(CleanText.clean(notice.title, limit: 80))\": \(why)"
    }
}
