import ArgumentParser
import Diagnosis
import FleetModel
import Foundation
import Inventory
import ProbeEngine
import Reports

/// `rdptop trace TARGET`: one server, every step as it happens.
struct Trace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Probe one server and print every step as it happens.",
        discussion: """
            Prints what is sent and received, how long each step took, and who closed first, then what it means.
            Makes one connection, and a second one when that fails; no user name or password is ever sent. Exit status as of check.
            """)

    @Argument(help: "A name or an address, with an optional port: ts07, ts07:3390, [2001:db8::7]:3389.")
    var target: String

    func run() async throws {
        let fleet: Fleet
        do {
            fleet = try PlainList.targets([target], name: target)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.usage
        }
        guard fleet.servers.count == 1, let server = fleet.servers.first else {
            StandardError.write("rdptop: trace takes one server; \(target) stands for \(fleet.servers.count)")
            throw ExitStatus.usage
        }
        let ladder: Ladder
        do {
            ladder = try ProbeComposition.ladder(for: fleet)
        } catch {
            StandardError.write("rdptop: \(error)")
            throw ExitStatus.configuration
        }
        print(TraceLines.heading)
        var snapshot = await climb(server, with: ladder).following(nil)
        if snapshot.firstFailure != nil {
            print("\nIt failed: once more after a second, to tell a broken server from a lost packet.\n")
            try await Task.sleep(for: ProbeComposition.secondLook)
            snapshot = await climb(server, with: ladder).following(snapshot)
        }
        let judgement = judge(snapshot, of: server, now: WallClock.now())
        for line in TraceLines.verdict(judgement, of: server, snapshot: snapshot) { print(line) }
        throw ExitStatus.worst(of: [judgement.state])
    }

    /// One probe, each step on standard output as it happens.
    private func climb(_ server: Server, with ladder: Ladder) async -> ServerSnapshot {
        await ladder.climb(server) { step in
            for line in TraceLines.lines(for: step, verbose: true) { print(line) }
            fflush(nil)
        }
    }
}
