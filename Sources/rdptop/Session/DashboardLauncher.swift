import ArgumentParser
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

    /// Shows a fleet until the user quits.
    ///
    /// - Parameters:
    ///   - opening: Is shown while the fleet is read, when that takes long; its mistakes are then printed when the screen
    ///     is closed again.
    ///   - load: Reads the fleet, of at least one server.
    /// - Throws: What `load` throws; the exit status when there is no screen to be had, or a configuration or an authority
    ///   file is unusable.
    func show(opening: OpeningScreen? = nil, load: @escaping @Sendable () throws -> Fleet) async throws {
        guard let opening, !screen.isPlain else {
            let fleet = try load()
            let preferences = try Preferences.load()
            let probing = try Probing(of: fleet, limits: limits, audit: audit)
            guard !screen.isPlain else { return try leave(after: await showPlainly(probing, preferences)) }
            return try leave(after: await show(probing, preferences, on: try await open(preferences)))
        }
        let preferences = try Preferences.load()
        let terminal = try await open(preferences)
        await terminal.present(opening.canvas(await terminal.size))
        let probing: Probing
        do {
            probing = try Probing(of: try await Self.onThread(load), limits: limits, audit: audit)
        } catch {
            await terminal.close()
            throw error
        }
        try leave(after: await show(probing, preferences, on: terminal))
    }

    private func open(_ preferences: Preferences) async throws -> Terminal {
        do {
            return try await Terminal.open(screen.configuration(with: preferences.configuration))
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.usage
        }
    }

    private func show(
        _ probing: Probing, _ preferences: Preferences, on terminal: Terminal
    ) async -> DashboardSession.End {
        let environment = ProcessInfo.processInfo.environment
        let session = DashboardSession(
            probing: probing, isDemo: isDemo, reports: reports(probing), targets: targets, preferences: preferences,
            now: WallClock.now,
            user: UserName.current(environment: environment, user: getuid()), annotations: AnnotationMemory(),
            clipboard: Clipboard(preferences.clipboard, environment: environment) {
                Clipboard.find($0, path: environment["PATH"] ?? "")
            })
        return await probing.during {
            let end = await session.run(on: terminal)
            await terminal.close()
            return end
        }
    }

    private func showPlainly(_ probing: Probing, _ preferences: Preferences) async -> DashboardSession.End {
        let session = PlainSession(
            fleet: probing.fleet, isDemo: isDemo, reports: reports(probing),
            asciiOnly: screen.configuration(with: preferences.configuration).asciiOnly, board: probing.board,
            commands: probing.commands,
            user: UserName.current(environment: ProcessInfo.processInfo.environment, user: getuid()), now: WallClock.now
        )
        return await probing.during { await session.run() }
    }

    private func reports(_ probing: Probing) -> BoardReports {
        BoardReports(
            board: probing.board, fleet: probing.fleet, isDemo: isDemo, command: command, started: WallClock.now(),
            now: WallClock.now)
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
    private static func onThread<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
