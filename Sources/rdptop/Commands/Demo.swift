import ArgumentParser
import FleetModel
import Foundation
import Inventory
import ProbeEngine
import SimulatedFleet

/// `rdptop demo`: the dashboard over a simulated fleet on loopback.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the board on a simulated fleet on this machine, with a scripted outage.",
        discussion: """
            Real sockets and real TLS on 127.0.0.0/8, with a name server of its own: nothing leaves this machine, and \
            nothing has to be set up.
            """)

    @OptionGroup var screen: ScreenOptions

    @Option(
        help: ArgumentHelp(
            "Run that many simulated servers without a board and without a script, print the path of a fleet file in "
                + "which each is tagged with its scenario, and stop when standard input ends.",
            visibility: .hidden))
    var serve: Int?

    func validate() throws {
        guard serve.map({ (1...20_000).contains($0) }) ?? true else {
            throw ValidationError("--serve takes 1 to 20000")
        }
    }

    func run() async throws {
        // A listener for each server, and room for the connections to some of them.
        if let serve { _ = OpenFiles.raiseLimit(to: serve + 256) }
        let simulated =
            try serve.map { try SimulatedFleet(now: WallClock.now, serverCount: $0) }
            ?? SimulatedFleet(now: WallClock.now)
        try await withTemporaryFolder { folder in
            let root = folder.appending(path: "demo-root.pem")
            try Data(simulated.rootPEM.utf8).write(to: root)
            try await simulated.withRunning(authorities: [root.path(percentEncoded: false)]) { running in
                if serve != nil {
                    try await waitForEnd(of: running, in: folder)
                } else {
                    try await show(running)
                }
            }
        }
    }

    private func show(_ running: RunningFleet) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                // The script ends with the board; a listener that cannot be opened again leaves its server as it is.
                try? await running.run(clock: ContinuousClock())
            }
            try await DashboardLauncher.show(
                running.fleet, screen: screen, limits: ProbeLimits(), isDemo: true, command: "rdptop demo")
            group.cancelAll()
        }
    }

    private func waitForEnd(of running: RunningFleet, in folder: URL) async throws {
        let file = folder.appending(path: "demo.yaml")
        var fleet = running.fleet
        for index in fleet.servers.indices {
            guard let scenario = running.scenario(of: fleet.servers[index].id)?.text else { continue }
            fleet.servers[index].tags.append(scenario)
            // Each scenario is to be judged by what it does, whatever the board's fleet expects of its servers.
            fleet.servers[index].policy.expectedNLA = nil
        }
        try Data(FleetFileText.text(of: fleet).utf8).write(to: file)
        print(file.path(percentEncoded: false))
        fflush(nil)
        await endOfStandardInput()
    }

    /// Waits on a thread of its own, because reading blocks.
    private func endOfStandardInput() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                while readLine() != nil {}
                continuation.resume()
            }
        }
    }

    private func withTemporaryFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
