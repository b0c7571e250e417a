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

    @Flag(help: "Tell the hooks of config.yaml when something breaks in the demo.")
    var hooks = false

    @Option(
        help: ArgumentHelp(
            "Run that many simulated servers without a board and without a script, print the path of a fleet file in "
                + "which each is tagged with its scenario, and stop when standard input ends.",
            visibility: .hidden))
    var serve: Int?

    @Flag(
        help: ArgumentHelp(
            "With --serve: also a gateway in each gateway scenario, and one more server behind each, which is tagged "
                + "with that scenario.",
            visibility: .hidden))
    var everyGateway = false

    func validate() throws {
        guard serve.map({ (1...20_000).contains($0) }) ?? true else {
            throw ValidationError("--serve takes 1 to 20000")
        }
        guard !everyGateway || serve != nil else {
            throw ValidationError("--every-gateway needs --serve")
        }
    }

    func run() async throws {
        guard serve == nil else {
            return try await run(simulatedFleet()) { running, folder in try await waitForEnd(of: running, in: folder) }
        }
        let launcher = DashboardLauncher(
            screen: screen, limits: ProbeLimits(), audit: nil, isDemo: true, command: "rdptop demo",
            tellsHooks: hooks)
        guard !screen.isPlain else {
            return try await run(simulatedFleet()) { running, _ in
                try await play(running) { try await launcher.show { running.fleet } }
            }
        }
        let opening = OpeningScreen(sentence: "DEMO: making the certificates of a simulated fleet")
        try await launcher.show(opening: opening) { show in
            let simulated = try await DashboardLauncher.onThread { try simulatedFleet() }
            try await run(simulated) { running, _ in try await play(running) { try await show(running.fleet) } }
        }
    }

    /// Lets a fleet listen while `body` runs, which also gets a folder for its files.
    private func run(
        _ simulated: SimulatedFleet, _ body: (RunningFleet, URL) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let root = folder.appending(path: "demo-root.pem")
            try Data(simulated.rootPEM.utf8).write(to: root)
            try await simulated.withRunning(authorities: [root.path(percentEncoded: false)]) { running in
                try await body(running, folder)
            }
        }
    }

    private func simulatedFleet() throws -> SimulatedFleet {
        guard let serve else { return try SimulatedFleet(now: WallClock.now) }
        let plan = FleetPlan(serverCount: serve)
        // For each server a listener and a UDP socket, and room for the connections to some of them.
        let room = 512
        let limit = OpenFiles.raiseLimit(to: 2 * serve + room)
        return try SimulatedFleet(
            now: WallClock.now, plan: everyGateway ? plan.withEveryGatewayScenario() : plan,
            datagramLimit: max(0, limit - serve - room))
    }

    /// Plays the script of the outage as long as the board is open.
    private func play(_ running: RunningFleet, while board: () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                // The script ends with the board; a listener that cannot be opened again leaves its server as it is.
                try? await running.run(clock: ContinuousClock())
            }
            try await board()
            group.cancelAll()
        }
    }

    private func waitForEnd(of running: RunningFleet, in folder: URL) async throws {
        let file = folder.appending(path: "demo.yaml")
        var fleet = running.fleet
        for index in fleet.servers.indices {
            guard let tag = scenarioTag(of: fleet.servers[index], in: running) else { continue }
            fleet.servers[index].tags.append(tag)
            // Each scenario is to be judged by what it does, whatever the board's fleet expects of its servers.
            fleet.servers[index].policy.expectedNLA = nil
        }
        try Data(FleetFileText.text(of: fleet).utf8).write(to: file)
        if !running.withoutDatagrams.isEmpty {
            StandardError.write(
                "rdptop: the limit of open files leaves no UDP socket for \(running.withoutDatagrams.count) of the "
                    + "servers, from \(running.withoutDatagrams[0]) on; raise it with ulimit -n")
        }
        print(file.path(percentEncoded: false))
        fflush(nil)
        await endOfStandardInput()
    }

    /// What to expect of a server: its scenario, that of its gateway when users come only through it, and
    /// `healthy+both` when they come on both paths.
    private func scenarioTag(of server: Server, in running: RunningFleet) -> String? {
        switch server.path {
        case .direct: running.scenario(of: server.id)?.text
        case .gateway: server.gateway.flatMap { running.scenario(ofGateway: $0.lowercased()) }?.text
        case .both: running.scenario(of: server.id).map { "\($0)+both" }
        }
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
