import FleetModel
import Foundation
import ProbeEngine
import Reports

/// `rdptop check --watch`: a fleet that is watched without a screen, for programs.
struct WatchSession {
    /// What comes of it.
    enum Delivery {
        /// A line of JSON for each change, on standard output.
        case changes
        /// A report of everything, written anew once per interval.
        case file(any ReportFormat, path: String, every: Duration)

        fileprivate var isFile: Bool {
            switch self {
            case .changes: false
            case .file: true
            }
        }
    }

    /// Why it ended.
    enum End: Sendable {
        /// A signal asked for it.
        case stopped(signal: Int32)
        /// Nobody reads any more; the report is of what was known then.
        case readerGone(SnapshotReport)
        /// Standard output, or the file at its first writing, could not be written.
        case failed(CommandFailure)
    }

    let probing: Probing
    /// Makes the reports for a file.
    let reports: BoardReports
    let filter: Filter?
    let filterText: String?
    /// How many servers the fleet file alone rules out.
    let leftOut: Int
    let delivery: Delivery
    let now: @Sendable () -> Instant

    private enum Input: Sendable {
        case changed
        case causes([SharedCause])
        case signal(Int32)
        case cycle

        var isCycle: Bool {
            if case .cycle = self { true } else { false }
        }
    }

    /// Runs until a signal comes or nobody reads any more.
    func run() async -> End {
        let (inputs, sink) = AsyncStream<Input>.makeStream()
        let signals = StopSignals { sink.yield(.signal($0)) }
        defer { signals.end() }
        return await withDiscardingTaskGroup { group in
            group.addTask { [board = probing.board] in
                for await _ in board.rings { sink.yield(.changed) }
            }
            switch delivery {
            case .changes:
                group.addTask { [board = probing.board] in
                    await CauseWatch.run(on: board) { sink.yield(.causes($0)) }
                }
            case .file(_, _, let pause):
                if probing.notifying != nil {
                    group.addTask { [board = probing.board] in await CauseWatch.run(on: board) { _ in } }
                }
                group.addTask {
                    while (try? await Task.sleep(for: pause)) != nil { sink.yield(.cycle) }
                }
            }
            if let notifying = probing.notifying {
                group.addTask {
                    for await case .complaint(let sentence) in notifying.sayings {
                        StandardError.write("rdptop: \(sentence)")
                    }
                }
            }
            let end = await tell(inputs)
            group.cancelAll()
            return end
        }
    }

    private func tell(_ inputs: AsyncStream<Input>) async -> End {
        var stream = ChangeStream(filter: filter, keepsTimelineOnly: delivery.isFile)
        var output = StandardOutput()
        var file = WatchedFile()
        let opening = stream.opening(
            of: probing.fleet, version: Version.text, command: reports.command, filterText: filterText,
            at: reports.started)
        if let end = deliver([opening], to: &output) { return end }
        for await input in inputs {
            var lines: [String] = []
            switch input {
            case .changed: lines = takeChanges(into: &stream)
            case .causes(let causes): lines = stream.take(causes: causes, at: now())
            case .signal(let number):
                // What was learnt until now is told before the end.
                lines = takeChanges(into: &stream) + [stream.closing(Sweep.Cut.signal(number).reason, at: now())]
                _ = deliver(lines, to: &output)
                return .stopped(signal: number)
            case .cycle: break
            }
            if let end = deliver(lines, to: &output) { return end }
            guard case .file(let format, let path, _) = delivery,
                file.isDue(input.isCycle, probing.board.isEverybodyKnown)
            else {
                continue
            }
            if let failure = file.write(report(stream.timeline), in: format, to: path) { return .failed(failure) }
        }
        return .stopped(signal: SIGTERM)
    }

    private func takeChanges(into stream: inout ChangeStream) -> [String] {
        let changes = probing.board.takeChanges()
        let at = now()
        // A gateway comes first: what happened behind it is its doing.
        return stream.take(changes.gateways, at: at)
            + (changes.ourSide.map { stream.take(ourSide: $0.sentence, at: at) } ?? [])
            + stream.take(changes.servers, at: at)
    }

    /// Writes lines where they are wanted; the end when they cannot be written.
    private func deliver(_ lines: [String], to output: inout StandardOutput) -> End? {
        guard case .changes = delivery, !lines.isEmpty else { return nil }
        for line in lines { output.write(line + "\n") }
        output.flush()
        guard output.isClosed else { return nil }
        guard let failure = output.failure else { return .readerGone(report(EventTimeline())) }
        return .failed(
            CommandFailure("the changes could not be written to standard output: \(failure)", ExitStatus.cannotWrite))
    }

    private func report(_ timeline: EventTimeline) -> SnapshotReport {
        var report = reports.report(
            of: probing.fleet.servers.map(\.id), filter: filterText ?? "", timeline: timeline)
        report.leftOut = leftOut
        report.narrow(to: filter)
        return report
    }
}

extension Sweep.Cut {
    /// What ended it, in a word for programs.
    fileprivate var reason: String {
        switch self {
        case .signal(let number) where number == SIGINT: "interrupt"
        case .signal(let number): "signal \(number)"
        case .timeLimit: "time limit"
        }
    }
}

/// The file that a watch writes anew again and again.
private struct WatchedFile {
    private var isWritten = false
    private var hasFailed = false

    /// Whether it is to be written: as soon as everybody was looked at, and then once per interval.
    func isDue(_ isCycle: Bool, _ isFirstSweepDone: @autoclosure () -> Bool) -> Bool {
        isCycle || (!isWritten && isFirstSweepDone())
    }

    /// Writes it. A full disk in the middle of the night is complained of once, and may be over in the next interval.
    ///
    /// - Returns: Why the first writing failed, which nobody wants to wait out; nil when all is well, or may be again.
    mutating func write(_ report: SnapshotReport, in format: any ReportFormat, to path: String) -> CommandFailure? {
        do throws(ReportFile.Mistake) {
            try ReportFile.replace(path) { format.write(report, to: &$0) }
            if hasFailed { StandardError.write("rdptop: --output: \(path) is written again") }
            (isWritten, hasFailed) = (true, false)
            return nil
        } catch {
            guard isWritten else { return CommandFailure("--output: \(error)", ExitStatus.cannotWrite) }
            if !hasFailed { StandardError.write("rdptop: --output: \(error); trying again once per interval") }
            hasFailed = true
            return nil
        }
    }
}
