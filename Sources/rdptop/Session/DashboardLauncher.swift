import ArgumentParser
import FleetModel
import Foundation
import ProbeEngine
import TerminalIO

/// Opens the board: terminal, prober and session, and closes them in the right order on every way out.
enum DashboardLauncher {
    /// Shows a fleet until the user quits.
    ///
    /// - Parameters:
    ///   - screen: How it looks.
    ///   - limits: How much is probed at a time.
    ///   - audit: Keeps a record of what is done to servers; nil for none.
    ///   - isDemo: Whether every screen says DEMO.
    ///   - command: The command line for reports.
    ///   - opening: Is shown while the fleet is read, when that takes long; its mistakes are then printed when the screen
    ///     is closed again.
    ///   - load: Reads the fleet, of at least one server.
    /// - Throws: What `load` throws; the exit status when there is no screen to be had, or a configuration or an authority
    ///   file is unusable.
    static func show(
        screen: ScreenOptions, limits: ProbeLimits, audit: AuditLog?, isDemo: Bool, command: String,
        opening: OpeningScreen? = nil, load: @escaping @Sendable () throws -> Fleet
    ) async throws {
        let early = try opening == nil ? load() : nil
        let preferences = try Preferences.load()
        if let early {
            let counter = ProbeCounter()
            let prober = try prober(for: early, limits: limits, audit: audit, counter: counter)
            let terminal = try await open(screen, preferences)
            return try await show(
                early, prober, counter, on: terminal, preferences, audit: audit, isDemo: isDemo, command: command)
        }
        let terminal = try await open(screen, preferences)
        if let opening { await terminal.present(opening.canvas(await terminal.size)) }
        do {
            let fleet = try await onThread(load)
            let counter = ProbeCounter()
            let prober = try prober(for: fleet, limits: limits, audit: audit, counter: counter)
            try await show(
                fleet, prober, counter, on: terminal, preferences, audit: audit, isDemo: isDemo, command: command)
        } catch {
            await terminal.close()
            throw error
        }
    }

    private static func open(_ screen: ScreenOptions, _ preferences: Preferences) async throws -> Terminal {
        do {
            return try await Terminal.open(screen.configuration(with: preferences.configuration))
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.usage
        }
    }

    private static func prober(
        for fleet: Fleet, limits: ProbeLimits, audit: AuditLog?, counter: ProbeCounter
    ) throws -> FleetProber<ContinuousClock> {
        do {
            return try ProbeComposition.prober(
                for: fleet, depth: .full, limits: limits, audit: audit?.append, counter: counter)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.configuration
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

    private static func show(
        _ fleet: Fleet, _ prober: FleetProber<ContinuousClock>, _ counter: ProbeCounter, on terminal: Terminal,
        _ preferences: Preferences, audit: AuditLog?, isDemo: Bool, command: String
    ) async throws {
        let board = LiveBoard(servers: fleet.servers, gateways: fleet.gateways, now: WallClock.now)
        let (commands, sink) = AsyncStream<ProberCommand>.makeStream()
        let session = DashboardSession(
            fleet: fleet, isDemo: isDemo, command: command, board: board, commands: sink, counter: counter,
            preferences: preferences, now: WallClock.now)
        let end = await AuditLog.recording(audit) {
            await withTaskGroup { group in
                group.addTask { await prober.run(commands: commands) { board.take($0) } }
                group.addTask { await LagSampler().run { sink.yield(.lag($0)) } }
                let end = await session.run(on: terminal)
                await terminal.close()
                group.cancelAll()
                return end
            }
        }
        switch end {
        case .quit: return
        case .hungUp: throw ExitStatus.endedBy(signal: SIGHUP)
        case .stopped(let signal): throw ExitStatus.endedBy(signal: signal)
        }
    }
}
