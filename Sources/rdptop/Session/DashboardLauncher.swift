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
    ///   - configuration: What the user wants of the program.
    /// - Throws: The exit status when there is no screen to be had, or an authority file is unusable.
    static func show(
        _ fleet: Fleet, screen: ScreenOptions, limits: ProbeLimits, audit: AuditLog?, isDemo: Bool, command: String,
        configuration: ProgramConfiguration = ProgramConfiguration()
    ) async throws {
        let prober: FleetProber<ContinuousClock>
        do {
            prober = try ProbeComposition.prober(for: fleet, depth: .full, limits: limits, audit: audit?.append)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.configuration
        }
        let terminal: Terminal
        do {
            terminal = try await Terminal.open(screen.configuration)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.usage
        }
        let environment = ProcessInfo.processInfo.environment
        let clipboard = Clipboard(
            configuration.clipboard.flatMap { Clipboard.Choice(rawValue: $0.value) } ?? .auto, environment: environment
        ) { Clipboard.find($0, path: environment["PATH"] ?? "") }
        let board = LiveBoard(servers: fleet.servers, gateways: fleet.gateways, now: WallClock.now)
        let (commands, sink) = AsyncStream<ProberCommand>.makeStream()
        let session = DashboardSession(
            fleet: fleet, isDemo: isDemo, command: command, board: board, commands: sink, now: WallClock.now,
            user: UserName.current(environment: environment, user: getuid()), annotations: AnnotationMemory(),
            clipboard: clipboard, userCommands: configuration.commands)
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
