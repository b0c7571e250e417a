import Dashboard
import Drawing
import FleetModel
import Foundation
import ProbeEngine
import Reports
import TerminalIO

/// The dashboard on a terminal: carries events to the state, frames to the terminal, and effects to whoever does them.
struct DashboardSession {
    /// What is probed, and how to tell the prober.
    let probing: Probing
    let isDemo: Bool
    /// Makes the reports that the user asks for.
    let reports: BoardReports
    /// What stands for the fleet on a command line: its file, or its servers; empty in the demo.
    let targets: [String]
    /// What the user's file asks for.
    let preferences: Preferences
    let now: @Sendable () -> Instant
    /// Who uses it, for acknowledgements.
    let user: String
    /// Where acknowledgements and mutes are kept.
    let annotations: any AnnotationStore
    /// Where copied texts go.
    let clipboard: Clipboard
    /// The colours that the user's file asks for.
    let theme: Theme
    /// The colours that the options ask for; nil for none.
    let askedTheme: Theme?
    /// How the screen was arranged in the last run.
    let kept: KeptScreen
    /// Keeps that for the next one; nil for nobody.
    let screenKeeper: ScreenKeeper?
    /// What to say at once; nil for nothing.
    let notice: String?

    private var fleet: Fleet { probing.fleet }
    private var board: LiveBoard { probing.board }
    private var commands: AsyncStream<ProberCommand>.Continuation { probing.commands }

    private enum Input: Sendable {
        case terminal(TerminalEvent)
        case boardChanged(LiveBoard.Ring)
        case notice(String)
        case fileNames([String], from: String)
        /// There are causes to be taken. However often they change while the terminal is stuck, the newest are enough.
        case causesChanged(Latest<[SharedCause]>)
        case annotations([Server.ID: ServerAnnotations])
        case saying(Notifying.Saying)
        case exchange(FailedExchange?, of: [FailedExchange.Target])
    }

    /// Why a session ended.
    enum End: Sendable, Equatable {
        case quit
        /// The terminal is gone, which the kernel tells with SIGHUP where it can.
        case hungUp
        /// A signal asked for it.
        case stopped(signal: Int32)
    }

    /// Runs until the user quits or the terminal is gone.
    ///
    /// On the terminal's thread: from a key to its frame there is no other thread to wait for, whatever the probes do. An
    /// actor alone does not see to that: what a task has waited for comes to it by way of its executor, or else of the
    /// threads that all tasks share, and only then to the actor.
    ///
    /// - Parameters:
    ///   - terminal: Open; closed by the caller.
    ///   - begin: Called when all rows stand on the screen; what is probed before would hold them up.
    /// - Returns: Why it ended, and how the screen was arranged then.
    func run(
        on terminal: isolated Terminal, begin: @escaping @Sendable () -> Void
    ) async -> (end: End, kept: KeptScreen) {
        var state = DashboardState(
            setup(terminal.capabilities.glyphs), servers: fleet.servers, gateways: fleet.gateways, kept: kept,
            size: terminal.size, now: reports.started)
        if let notice { _ = state.apply(.notice(notice)) }
        draw(state, on: terminal)
        begin()
        let (inputs, sink) = AsyncStream<Input>.makeStream()
        let (changes, keeper) = AsyncStream<[Server.ID: ServerAnnotations]>.makeStream()
        defer { keeper.finish() }
        return await withDiscardingTaskGroup { group in
            group.addTask { [annotations] in
                // One after the other, in the order in which they were said, and not in the way of the screen.
                await Self.keep(changes, in: annotations) { sink.yield($0) }
            }
            group.addTask(executorPreference: terminal.executor) {
                await Self.listen(to: terminal.events, on: terminal) { sink.yield(.terminal($0)) }
                sink.finish()
            }
            group.addTask(executorPreference: terminal.executor) { [board] in
                await Self.listen(to: board.rings, on: terminal) { sink.yield(.boardChanged($0)) }
            }
            group.addTask { [board] in
                let latest = Latest<[SharedCause]>()
                await CauseWatch.run(on: board) { causes in
                    if latest.put(causes) { sink.yield(.causesChanged(latest)) }
                }
            }
            group.addTask { [notifying = probing.notifying] in
                guard let notifying else { return }
                for await saying in notifying.sayings { sink.yield(.saying(saying)) }
            }
            let end = await withTaskExecutorPreference(terminal.executor) {
                await show(inputs, sink, keeper, terminal, &state, &group)
            }
            // A report that is being written is not cancelled but waited for.
            group.cancelAll()
            return (end, state.kept)
        }
    }

    /// Passes on what a stream gives, on the terminal's thread, which needs not be woken for it again.
    private static func listen<Element: Sendable>(
        to stream: AsyncStream<Element>, on terminal: isolated Terminal, tell: (Element) -> Void
    ) async {
        for await element in stream { tell(element) }
    }

    private func show(
        _ inputs: AsyncStream<Input>, _ sink: AsyncStream<Input>.Continuation,
        _ keeper: AsyncStream<[Server.ID: ServerAnnotations]>.Continuation, _ terminal: isolated Terminal,
        _ state: inout DashboardState, _ group: inout DiscardingTaskGroup
    ) async -> End {
        var pacer = FramePacer()
        var keeping = KeepPacer()
        var secondHand = SecondHand(at: .now, wall: now())
        var attention = Attention()
        var meter = CostMeter()
        var frames = 1
        terminal.setAlarm(at: secondHand.next)
        for await input in inputs {
            var effects: [Effect]
            if case .terminal(let event) = input {
                attention.note(event, at: .now)
                keeping.note(event, at: .now)
                secondHand.go(at: attention.pace, from: .now, wall: now())
                if attention.isWaiting(at: .now) { pacer.hurry(at: .now) }
            }
            switch input {
            case .terminal(.hungUp): return .hungUp
            case .terminal(.stopRequested(let signal)): return .stopped(signal: signal)
            case .terminal(.resumed):
                terminal.forget()
                effects = state.apply(.tick(now()))
            case .boardChanged, .terminal(.alarm):
                let moment = ContinuousClock.now
                if case .boardChanged(let ring) = input {
                    pacer.changed(at: moment, isWanted: ring == .news || attention.isWaiting(at: moment))
                }
                let isFrameDue = pacer.due.map { $0 <= moment } ?? false
                let ticks = secondHand.takeTick(at: moment, wall: now(), isFrameDue: isFrameDue)
                guard ticks || isFrameDue else {
                    terminal.setAlarm(at: min(secondHand.next, pacer.due ?? secondHand.next))
                    continue
                }
                // The clock first: what has changed is told with its time.
                effects = ticks ? state.apply(.tick(now())) : []
                effects += takeChanges(into: &state, &pacer)
                if ticks {
                    if keeping.take(at: moment) { screenKeeper?.keep(state.kept) }
                    if let complaint = screenKeeper?.takeComplaint() { effects += state.apply(.notice(complaint)) }
                    if state.showsCost { measure(&meter, frames, terminal, &state) }
                }
            case .terminal(let event):
                effects = apply(event, to: &state)
            case .notice(let text):
                effects = state.apply(.notice(text))
            case .fileNames(let names, let typed):
                effects = state.apply(.fileNames(names, from: typed))
            case .causesChanged(let latest):
                guard let causes = latest.take() else { continue }
                // The counts above the causes must not be older than these.
                effects = takeChanges(into: &state, &pacer) + state.apply(.causes(causes))
            case .annotations(let said):
                board.annotate(said)
                effects = state.apply(.annotations(said))
            case .saying(.complaint(let sentence)):
                effects = state.apply(.notice(sentence))
            case .saying(.notice(let notice)):
                effects = state.apply(.notice(notice.title))
                attention.note(notice, at: .now)
            case .exchange(let exchange, let targets):
                effects = state.apply(.exchange(exchange, of: targets))
            }
            for notice in attention.takeCalls(at: .now) { announce(notice, on: terminal) }
            for effect in effects {
                if case .annotate(let changes) = effect {
                    board.annotate(changes)
                    keeper.yield(changes)
                }
                guard await perform(effect, state.timelineByNow, sink, terminal, &group) else { return .quit }
            }
            if state.lacksCost { measure(&meter, frames, terminal, &state) }
            draw(state, on: terminal)
            frames += 1
            pacer.drew(at: .now)
            terminal.setAlarm(at: min(secondHand.next, pacer.due ?? secondHand.next))
        }
        return .hungUp
    }

    private func setup(_ glyphs: Glyphs) -> DashboardSetup {
        var setup = DashboardSetup(
            fleetName: fleet.name, version: Version.text, glyphs: glyphs, user: user, privileges: Privileges.words(),
            configurationNote: preferences.note)
        setup.isDemo = isDemo
        setup.offset = { NoticeOutlets.offset(of: nil, at: $0) }
        setup.explainer = .diagnosis
        setup.keys = preferences.keys
        setup.formats = .all
        setup.ownViews = preferences.configuration.views.map(OwnView.init)
        setup.commands = preferences.configuration.commands
        setup.targets = targets
        setup.columns = ColumnChoice(preferences.configuration.columns)
        setup.theme = theme
        setup.askedTheme = askedTheme
        setup.isArrangementKept = screenKeeper != nil
        setup.mouse = preferences.configuration.mouse == true
        return setup
    }

    /// Measures what the program costs, and tells the screen, which asks for nothing in return.
    private func measure(
        _ meter: inout CostMeter, _ frames: Int, _ terminal: isolated Terminal, _ state: inout DashboardState
    ) {
        let (inFlight, finished) = probing.counter.counts
        let totals = CostMeter.Totals(
            at: .now, cpuMicroseconds: CostMeter.cpuMicroseconds(), finished: finished,
            bytesWritten: terminal.bytesWritten)
        _ = state.apply(.cost(meter.measure(totals, inFlight: inFlight, frames: frames)))
        if let notifying = probing.notifying { _ = state.apply(.hooks(notifying.standings)) }
    }

    /// Rings, and asks the terminal for a notification, as far as the user wants that.
    private func announce(_ notice: Notice, on terminal: isolated Terminal) {
        guard let outlets = probing.notifying?.outlets else { return }
        if outlets.bell { terminal.ring() }
        switch outlets.desktop {
        case .off: break
        case .osc9: terminal.notify(notice.title, as: .osc9)
        case .osc777: terminal.notify(notice.title, as: .osc777)
        }
    }

    /// Shows what the probes have told since the last time.
    private func takeChanges(into state: inout DashboardState, _ pacer: inout FramePacer) -> [Effect] {
        let changes = board.takeChanges()
        pacer.took()
        var effects: [Effect] = []
        if !changes.gateways.isEmpty { effects += state.apply(.gateways(changes.gateways)) }
        if let ourSide = changes.ourSide { effects += state.apply(.ourSide(ourSide.sentence)) }
        if !changes.servers.isEmpty { effects += state.apply(.statuses(changes.servers)) }
        return effects
    }

    private func apply(_ event: TerminalEvent, to state: inout DashboardState) -> [Effect] {
        _ = state.apply(.tick(now()))
        switch event {
        case .key(let key): return state.apply(.key(key))
        case .mouse(let input): return state.apply(.mouse(input))
        case .resized(let size): return state.apply(.resized(size))
        case .pasted(let text):
            // A paste is typed into a prompt, and is nothing elsewhere.
            return state.isTyping ? text.prefix(256).flatMap { state.apply(.key(.character($0))) } : []
        case .focus, .resumed, .alarm, .stopRequested, .hungUp: return []
        }
    }

    private func draw(_ state: DashboardState, on terminal: isolated Terminal) {
        var canvas = Canvas(size: state.size)
        state.draw(on: &canvas)
        terminal.present(canvas)
    }

    /// Does what the state asked for; false when the session is over.
    private func perform(
        _ effect: Effect, _ timeline: EventTimeline, _ sink: AsyncStream<Input>.Continuation,
        _ terminal: isolated Terminal, _ group: inout DiscardingTaskGroup
    ) async -> Bool {
        switch effect {
        case .quit: return false
        case .suspend: terminal.suspend()
        case .repaint: terminal.forget()
        case .mouse(let isOn): terminal.setMouse(isOn)
        case .theme(let theme): terminal.use(theme)
        case .probe(let servers):
            commands.yield(
                .probeNow(servers) { [board] answers in
                    guard let sentence = ProbeAnswers.sentence(answers) else { return }
                    let subject = servers.count == 1 ? board.statuses(of: servers).first?.server.displayName : nil
                    sink.yield(.notice(subject.map { "\($0): \(sentence)" } ?? sentence))
                })
        case .probeGateways(let gateways):
            commands.yield(
                .probeGatewaysNow(gateways) { answers in
                    guard let sentence = ProbeAnswers.sentence(answers) else { return }
                    sink.yield(.notice(gateways.count == 1 ? "\(gateways[0]): \(sentence)" : sentence))
                })
        case .askOtherwise(let server):
            commands.yield(
                .askOtherwise(server) { [board] answer in
                    let name = board.statuses(of: [server]).first?.server.displayName ?? server.text
                    sink.yield(.notice("\(name): \(ProbeAnswers.sentence(answer))"))
                })
        case .writeReport(let request): write(request, timeline, sink, &group)
        case .findExchange(let targets):
            sink.yield(.exchange(probing.exchanges?.last(of: targets), of: targets))
        case .writeExchange(let request):
            aside(&group) { [reports] in
                sink.yield(.notice(reports.write(request)))
            }
        case .stopProbing: probing.pause()
        case .resumeProbing: probing.resume()
        case .annotate: break
        case .findFileNames(let typed):
            // On a thread that nobody waits for: a folder on a server that is gone may never answer.
            Thread.detachNewThread { sink.yield(.fileNames(FileNames.goingOn(from: typed), from: typed)) }
        case .copy(let text, let what): copy(text, what, sink, terminal, &group)
        case .copyReport(let servers, let frozen): copyReport(of: servers, timeline, frozen, sink, terminal, &group)
        case .showText(let lines):
            let asciiOnly = !terminal.capabilities.utf8
            terminal.lend {
                var output = PlainOutput(asciiOnly: asciiOnly, prompt: nil)
                output.write(lines + ["", "rdptop: press Enter to go back"])
            }
        case .run(let run):
            let (endings, ending) = AsyncStream<String>.makeStream()
            terminal.lend { ending.yield(run.runOnTerminal()) }
            ending.finish()
            for await sentence in endings { sink.yield(.notice(sentence)) }
        }
        return true
    }

    /// Does work off the screen's path, on the threads that all tasks share.
    private func aside(_ group: inout DiscardingTaskGroup, _ work: @escaping @Sendable () async -> Void) {
        group.addTask(executorPreference: globalConcurrentExecutor) { await work() }
    }

    /// Tells what was kept before, and then keeps what is new.
    private static func keep(
        _ changes: AsyncStream<[Server.ID: ServerAnnotations]>, in store: any AnnotationStore,
        tell: @Sendable (Input) -> Void
    ) async {
        do {
            tell(.annotations(try await store.load()))
        } catch {
            tell(.notice("acknowledgements and mutes cannot be read: \(error)"))
        }
        for await change in changes {
            do {
                try await store.save(change)
            } catch {
                tell(.notice("not kept for the next run: \(error)"))
            }
        }
    }

    /// Copies off the screen's path: a tool may be slow.
    private func copy(
        _ text: String, _ what: String, _ sink: AsyncStream<Input>.Continuation, _ terminal: Terminal,
        _ group: inout DiscardingTaskGroup
    ) {
        aside(&group) { [clipboard] in
            sink.yield(.notice(await clipboard.copy(text, what: what) { await terminal.copy(base64: $0) }))
        }
    }

    private func copyReport(
        of servers: [Server.ID], _ timeline: EventTimeline, _ frozen: FrozenMoment?,
        _ sink: AsyncStream<Input>.Continuation,
        _ terminal: Terminal,
        _ group: inout DiscardingTaskGroup
    ) {
        aside(&group) { [reports, clipboard] in
            let report = reports.report(of: servers, timeline: timeline, frozen: frozen)
            let text = ReportTable.format(named: "json")?.text(of: report) ?? ""
            let moment = frozen.map { " as of \($0.at.timeText)Z" } ?? ""
            let what = "JSON of \(counted(report.statuses.count, "server"))\(moment)"
            sink.yield(.notice(await clipboard.copy(text, what: what) { await terminal.copy(base64: $0) }))
        }
    }

    /// Writes off the screen's path: a slow disk must not hold up a key.
    private func write(
        _ request: WriteRequest, _ timeline: EventTimeline, _ sink: AsyncStream<Input>.Continuation,
        _ group: inout DiscardingTaskGroup
    ) {
        aside(&group) { [reports] in
            sink.yield(.notice(reports.write(request, timeline: timeline)))
        }
    }
}
