import Dashboard
import FleetModel
import Foundation
import ProbeEngine
import TerminalIO

/// The board without a screen: tells what changes in sentences on standard output, and reads commands from standard input.
struct PlainSession {
    let fleet: Fleet
    let isDemo: Bool
    /// Makes the reports that the user asks for.
    let reports: BoardReports
    /// Whether to write nothing but ASCII, whatever the locale says.
    let asciiOnly: Bool
    let board: LiveBoard
    /// Tells hooks; nil when nobody is told.
    let notifying: Notifying?
    let commands: AsyncStream<ProberCommand>.Continuation
    /// Who uses it, for acknowledgements.
    let user: String
    let now: @Sendable () -> Instant

    private enum Input: Sendable {
        case line(String)
        case endOfInput
        case signal(Int32)
        case secondPassed
        case notice(String)
        case causes([SharedCause])
    }

    /// Runs until the user quits, the input ends, nobody reads the output any more, or a signal asks for the end.
    func run() async -> DashboardSession.End {
        let (inputs, sink) = AsyncStream<Input>.makeStream()
        InputLines.read {
            sink.yield(.line($0))
        } end: {
            sink.yield(.endOfInput)
        }
        let signals = StopSignals { sink.yield(.signal($0)) }
        let end = await withDiscardingTaskGroup { group in
            group.addTask { [board] in
                await CauseWatch.run(on: board) { sink.yield(.causes($0)) }
            }
            group.addTask { [notifying] in
                guard let notifying else { return }
                for await case .complaint(let sentence) in notifying.sayings { sink.yield(.notice(sentence + ".")) }
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(1))
                    sink.yield(.secondPassed)
                }
            }
            let end = await tell(inputs, sink, &group)
            // A report that is being written is not cancelled but waited for.
            group.cancelAll()
            return end
        }
        signals.end()
        return end
    }

    private func tell(
        _ inputs: AsyncStream<Input>, _ sink: AsyncStream<Input>.Continuation, _ group: inout DiscardingTaskGroup
    ) async -> DashboardSession.End {
        let isTyped = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        var output = PlainOutput(
            asciiOnly: asciiOnly || !CharacterEncoding.fromEnvironment().utf8,
            prompt: isTyped ? (isDemo ? "rdptop DEMO> " : "rdptop> ") : nil)
        var plain = PlainBoard(
            fleetName: fleet.name, servers: fleet.servers, isDemo: isDemo, version: Version.text,
            explainer: .diagnosis, formats: .all, user: user,
            offset: { NoticeOutlets.offset(of: nil, at: $0) }, now: reports.started)
        defer { output.end() }
        output.write(plain.greeting, isAnswer: true)
        for await input in inputs {
            plain.take(.tick(now()))
            takeChanges(into: &plain)
            switch input {
            case .endOfInput: return .quit
            case .signal(let number): return .stopped(signal: number)
            case .causes(let causes): plain.take(.causes(causes))
            case .notice(let text): plain.take(.notice(text))
            case .secondPassed: break
            case .line(let line):
                let reply = plain.obey(line)
                output.write(reply.lines, isAnswer: true)
                for effect in reply.effects {
                    guard perform(effect, plain.timeline, sink, &group) else { return .quit }
                }
            }
            for effect in plain.takeEnded() { _ = perform(effect, plain.timeline, sink, &group) }
            output.write(plain.takeNews())
            if output.isClosed { return .quit }
        }
        return .quit
    }

    private func takeChanges(into plain: inout PlainBoard) {
        let changes = board.takeChanges()
        if !changes.gateways.isEmpty { plain.take(.gateways(changes.gateways)) }
        if let ourSide = changes.ourSide { plain.take(.ourSide(ourSide.sentence)) }
        if !changes.servers.isEmpty { plain.take(.statuses(changes.servers)) }
    }

    /// Does what a command asked for; false when the session is over.
    private func perform(
        _ effect: Effect, _ timeline: EventTimeline, _ sink: AsyncStream<Input>.Continuation,
        _ group: inout DiscardingTaskGroup
    ) -> Bool {
        switch effect {
        case .quit: return false
        case .probe(let servers):
            commands.yield(
                .probeNow(servers) { answers in
                    if let sentence = ProbeAnswers.sentence(answers) { sink.yield(.notice("Probe: \(sentence).")) }
                })
        case .askOtherwise(let server):
            commands.yield(
                .askOtherwise(server) { [board] answer in
                    let name = board.statuses(of: [server]).first?.server.displayName ?? server.text
                    sink.yield(.notice("\(name): \(ProbeAnswers.sentence(answer))."))
                })
        case .writeReport(let request):
            group.addTask { [reports] in
                sink.yield(.notice(reports.write(request, timeline: timeline)))
            }
        case .writeExchange(let request):
            group.addTask { [reports] in
                sink.yield(.notice(reports.write(request)))
            }
        case .annotate(let changes): board.annotate(changes)
        // What only the screen offers is never asked for here.
        case .suspend, .repaint, .mouse, .theme, .probeGateways, .copy, .copyReport, .showText, .run,
            .stopProbing, .resumeProbing, .findExchange, .findFileNames:
            break
        }
        return true
    }
}
