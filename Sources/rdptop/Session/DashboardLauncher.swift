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
    ///   - fleet: At least one server.
    ///   - screen: How it looks.
    ///   - limits: How much is probed at a time.
    ///   - audit: Keeps a record of what is done to servers; nil for none.
    ///   - isDemo: Whether every screen says DEMO.
    ///   - command: The command line for reports.
    /// - Throws: The exit status when there is no screen to be had, or a configuration or an authority file is unusable.
    static func show(
        _ fleet: Fleet, screen: ScreenOptions, limits: ProbeLimits, audit: AuditLog?, isDemo: Bool, command: String
    ) async throws {
        let preferences = try Preferences.load()
        let prober: FleetProber<ContinuousClock>
        do {
            prober = try ProbeComposition.prober(for: fleet, depth: .full, limits: limits, audit: audit?.append)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.configuration
        }
        let board = LiveBoard(servers: fleet.servers, gateways: fleet.gateways, now: WallClock.now)
        let (commands, sink) = AsyncStream<ProberCommand>.makeStream()
        let probing = Probing(prober: prober, board: board, commands: commands, sink: sink, audit: audit)
        guard !screen.isPlain else {
            let session = PlainSession(
                fleet: fleet, isDemo: isDemo, command: command,
                asciiOnly: screen.configuration(with: preferences.configuration).asciiOnly, board: board,
                commands: sink,
                now: WallClock.now)
            return try leave(after: await probing.during { await session.run() })
        }
        let terminal: Terminal
        do {
            terminal = try await Terminal.open(screen.configuration(with: preferences.configuration))
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.usage
        }
        let session = DashboardSession(
            fleet: fleet, isDemo: isDemo, command: command, board: board, commands: sink,
            preferences: preferences, now: WallClock.now)
        try leave(
            after: await probing.during {
                let end = await session.run(on: terminal)
                await terminal.close()
                return end
            })
    }

    /// The exit status of an end that nobody asked for by a key.
    private static func leave(after end: DashboardSession.End) throws(ExitCode) {
        switch end {
        case .quit: return
        case .hungUp: throw ExitStatus.endedBy(signal: SIGHUP)
        case .stopped(let signal): throw ExitStatus.endedBy(signal: signal)
        }
    }

    /// The prober and all that goes with it.
    private struct Probing: Sendable {
        let prober: FleetProber<ContinuousClock>
        let board: LiveBoard
        let commands: AsyncStream<ProberCommand>
        let sink: AsyncStream<ProberCommand>.Continuation
        let audit: AuditLog?

        /// Probes as long as a session lasts.
        func during(_ session: @Sendable () async -> DashboardSession.End) async -> DashboardSession.End {
            await AuditLog.recording(audit) {
                await withTaskGroup { group in
                    group.addTask { await prober.run(commands: commands) { board.take($0) } }
                    group.addTask { await LagSampler().run { sink.yield(.lag($0)) } }
                    let end = await session()
                    group.cancelAll()
                    return end
                }
            }
        }
    }
}
