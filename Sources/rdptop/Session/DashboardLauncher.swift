import ArgumentParser
import Dashboard
import Drawing
import FleetModel
import Foundation
import ProbeEngine
import TerminalIO

/// Opens the board: terminal, prober and session, and closes them in the right order on every way out.
struct DashboardLauncher: Sendable {
    /// How it looks.
    let screen: ScreenOptions
    /// How much is probed at a time.
    let limits: ProbeLimits
    /// Keeps a record of what is done to servers; nil for none.
    let audit: AuditLog?
    /// Whether every screen says DEMO.
    let isDemo: Bool
    /// The command line for reports.
    let command: String
    /// What stands for the fleet on a command line; empty when nothing does, as for the demo.
    var targets: [String] = []
    /// Where the arrangement of the screen is kept; nil for nowhere.
    var keeping: KeptScreenFile?
    /// Whether to begin without what was kept.
    var isFresh = false
    /// Whether the hooks of the configuration are told.
    var tellsHooks = true

    /// Shows a fleet until the user quits.
    ///
    /// - Parameters:
    ///   - opening: Is shown while the fleet is read, when that takes long; its mistakes are then printed when the screen
    ///     is closed again.
    ///   - load: Reads the fleet, of at least one server.
    /// - Throws: What `load` throws; `CommandFailure` when there is no screen to be had, or a configuration or an
    ///   authority file is unusable; the exit status of a signal that ended it.
    func show(opening: OpeningScreen? = nil, load: @escaping @Sendable () throws -> Fleet) async throws {
        guard let opening, !screen.isPlain else {
            let fleet = try load()
            let preferences = try Preferences.load()
            let outlets = try outlets(preferences)
            let probing = try probing(of: fleet, telling: outlets)
            guard !screen.isPlain else { return try leave(after: await showPlainly(probing, preferences)) }
            let content = content()
            let terminal = try await open(preferences, restored(content))
            return try leave(after: await show(probing, preferences, content, on: terminal))
        }
        try await show(opening: opening) { show in try await show(await Self.onThread(load)) }
    }

    /// Shows a fleet that exists only as long as something runs around the board, until the user quits.
    ///
    /// - Parameters:
    ///   - opening: Is on the screen until there is a fleet.
    ///   - prepare: Makes the fleet, hands it over to be shown, and returns when that has ended.
    /// - Throws: As above; what `prepare` throws.
    func show(
        opening: OpeningScreen, around prepare: (_ show: (Fleet) async throws -> Void) async throws -> Void
    ) async throws {
        let preferences = try Preferences.load()
        let outlets = try outlets(preferences)
        let content = content()
        let terminal = try await open(preferences, restored(content))
        await terminal.present(opening.canvas(await terminal.size))
        do {
            try await prepare { fleet in
                let probing = try self.probing(of: fleet, telling: outlets)
                try leave(after: await show(probing, preferences, content, on: terminal))
            }
        } catch {
            // Closed already, unless there was nothing to show.
            await terminal.close()
            throw error
        }
    }

    /// Who is told what breaks; nil when nobody is, or shall be.
    private func outlets(_ preferences: Preferences) throws -> NoticeOutlets? {
        tellsHooks ? try NoticeOutlets.load(preferences.configuration) : nil
    }

    private func probing(of fleet: Fleet, telling outlets: NoticeOutlets?) throws -> Probing {
        let notifying = outlets.map {
            Notifying($0, of: fleet, isDemo: isDemo, isOnScreen: !screen.isPlain, now: WallClock.now)
        }
        return try Probing(
            of: fleet, limits: limits, audit: audit, exchanges: ExchangeArchive(), notifying: notifying)
    }

    private func open(_ preferences: Preferences, _ kept: KeptScreen) async throws -> Terminal {
        do {
            return try await Terminal.open(screen.configuration(with: preferences.configuration, kept: kept))
        } catch {
            throw CommandFailure(error, ExitStatus.usage)
        }
    }

    /// What was kept in the last run. Also looked at when it is not wanted now, so that a file that cannot be understood is
    /// not overwritten.
    private func content() -> KeptScreenFile.Content { keeping?.load() ?? KeptScreenFile.Content() }

    /// How the screen is arranged at first.
    private func restored(_ content: KeptScreenFile.Content) -> KeptScreen {
        isFresh ? KeptScreen() : content.screen
    }

    /// Keeps how it is arranged from then on; nil for nobody.
    private func keeper(_ content: KeptScreenFile.Content) -> ScreenKeeper? {
        guard let keeping, content.isReplaceable else { return nil }
        return ScreenKeeper(found: content.screen) { screen, before throws(KeptScreenFile.Mistake) in
            try keeping.save(screen, since: before)
        }
    }

    private func show(
        _ probing: Probing, _ preferences: Preferences, _ content: KeptScreenFile.Content, on terminal: Terminal
    ) async -> DashboardSession.End {
        let environment = ProcessInfo.processInfo.environment
        let keeper = keeper(content)
        let session = DashboardSession(
            probing: probing, isDemo: isDemo, reports: reports(probing), targets: targets, preferences: preferences,
            now: WallClock.now,
            user: UserName.current(environment: environment, user: getuid()), annotations: AnnotationMemory(),
            clipboard: Clipboard(preferences.clipboard, environment: environment) {
                Clipboard.find($0, path: environment["PATH"] ?? "")
            }, theme: Theme.wanted(by: preferences.configuration), askedTheme: screen.theme,
            kept: restored(content), screenKeeper: keeper, notice: content.notice)
        return await probing.during { begin in
            let (end, kept) = await session.run(on: terminal, begin: begin)
            await terminal.close()
            await keeper?.finish(kept)
            if let complaint = keeper?.takeComplaint() { StandardError.write("rdptop: \(complaint)") }
            return end
        }
    }

    private func showPlainly(_ probing: Probing, _ preferences: Preferences) async -> DashboardSession.End {
        let session = PlainSession(
            fleet: probing.fleet, isDemo: isDemo, reports: reports(probing),
            asciiOnly: screen.configuration(with: preferences.configuration).asciiOnly, board: probing.board,
            notifying: probing.notifying, commands: probing.commands,
            user: UserName.current(environment: ProcessInfo.processInfo.environment, user: getuid()), now: WallClock.now
        )
        return await probing.during { begin in
            begin()
            return await session.run()
        }
    }

    private func reports(_ probing: Probing) -> BoardReports {
        BoardReports(
            board: probing.board, fleet: probing.fleet, isDemo: isDemo, command: command, started: WallClock.now(),
            now: WallClock.now, exchanges: probing.exchanges)
    }

    /// The exit status of an end that nobody asked for by a key.
    private func leave(after end: DashboardSession.End) throws(ExitCode) {
        switch end {
        case .quit: return
        case .hungUp: throw ExitStatus.endedBy(signal: SIGHUP)
        case .stopped(let signal): throw ExitStatus.endedBy(signal: signal)
        }
    }

    /// Does work that blocks on a thread of its own, so that it holds up neither the terminal nor a probe.
    static func onThread<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
