import ArgumentParser
import FleetModel
import Reports

/// `rdptop hooks`: who is told when something breaks.
struct Hooks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print who is told when something breaks, or with --test tell each of them a sample.",
        discussion: """
            Hooks stand under notify: in config.yaml, in the folder $XDG_CONFIG_HOME/rdptop or ~/.config/rdptop. They \
            are told by the board and by rdptop check --watch. Exit status: 0; 1 when a hook did not take the sample; \
            78 when something in that file cannot be meant, or a secret is not there.
            """)

    @Flag(help: "Tell each hook once that this is a sample, and print what came back.")
    var test = false

    @Argument(help: ArgumentHelp("Only the hooks of these names.", valueName: "name"))
    var names: [String] = []

    func run() async throws {
        let configuration = try Preferences.load().configuration
        let outlets = try NoticeOutlets.load(configuration)
        let hooks = (outlets?.hooks ?? []).filter { names.isEmpty || names.contains($0.name) }
        if let unknown = names.first(where: { name in !hooks.contains { $0.name == name } }) {
            let known = (outlets?.hooks ?? []).map(\.name).joined(separator: ", ")
            throw CommandFailure(
                "there is no hook \"\(CleanText.clean(unknown, limit: 80))\""
                    + (known.isEmpty ? " in the configuration" : ", only \(known)"), ExitStatus.usage)
        }
        guard test else {
            for line in Self.list(hooks, outlets, configuration.maintenance, at: WallClock.now()) { print(line) }
            return
        }
        switch await Self.tellAll(hooks) {
        case .told(let failed):
            if hooks.isEmpty { print("There are no hooks in the configuration.") }
            if failed > 0 { throw ExitStatus.hookFailed }
        case .stopped(let number): throw ExitStatus.endedBy(signal: number)
        }
    }

    /// How telling samples ended.
    private enum End: Sendable {
        /// So many did not take theirs.
        case told(failed: Int)
        case stopped(signal: Int32)
    }

    /// Tells all, until a signal asks for the end; the program that is being told then is ended, too.
    private static func tellAll(_ hooks: [NoticeHook]) async -> End {
        let (numbers, sink) = AsyncStream<Int32>.makeStream()
        let signals = StopSignals { sink.yield($0) }
        defer { signals.end() }
        return await withTaskGroup(of: End?.self) { group in
            group.addTask { .told(failed: await tell(hooks)) }
            group.addTask {
                for await number in numbers { return .stopped(signal: number) }
                return nil
            }
            let first = await group.next()
            group.cancelAll()
            return first.flatMap(\.self) ?? .told(failed: 0)
        }
    }

    /// Tells one after the other, and prints what came back.
    ///
    /// - Returns: How many did not take it.
    private static func tell(_ hooks: [NoticeHook]) async -> Int {
        var failed = 0
        for hook in hooks {
            let writer = NoticeJSON(version: Version.text, fleetName: "sample")
            let answer = await hook.tell(writer.text(of: .sample(at: WallClock.now()), for: hook.name))
            // Whoever stopped it does not ask.
            guard !Task.isCancelled else { return failed }
            switch answer {
            case .taken(let said): print("\(hook.name): ok, \(said)")
            case .failed(let why, _):
                print("\(hook.name): failed, \(why)")
                failed += 1
            }
        }
        return failed
    }

    /// A line for each hook, one for the screen, and one for each maintenance window.
    static func list(
        _ hooks: [NoticeHook], _ outlets: NoticeOutlets?, _ windows: [MaintenanceWindow], at now: Instant
    ) -> [String] {
        let told = hooks.map { hook in
            let topics = NoticeTopic.allCases.filter(hook.wish.topics.contains).map(\.rawValue).joined(separator: ", ")
            let filter = hook.wish.filter.isEmpty ? "" : ", only \(CleanText.clean(hook.wish.filter.words, limit: 200))"
            return "\(hook.name): \(hook.place), on \(topics)\(filter)"
        }
        let signs = [
            outlets?.bell == true ? "bell" : nil, outlets.flatMap { $0.desktop == .off ? nil : $0.desktop.rawValue },
        ]
        .compactMap(\.self)
        let screen = signs.isEmpty ? [] : ["the board's terminal: \(signs.joined(separator: ", "))"]
        let open = MaintenanceCalendar(windows, of: Fleet(name: "", servers: []), offset: NoticeOutlets.offset).open(
            at: now)
        let maintenance = windows.enumerated().map { place, window in
            let whom = window.filter.isEmpty ? "all servers" : CleanText.clean(window.filter.words, limit: 200)
            let why = window.reason.isEmpty ? "" : ": \(window.reason)"
            return "maintenance of \(whom), \(open.contains(place) ? "open now" : "not now")\(why)"
        }
        return (told.isEmpty ? ["There are no hooks in the configuration."] : told) + screen + maintenance
    }
}
