import ArgumentParser
import Diagnosis
import FleetModel
import Foundation
import Inventory
import PacketCapture
import ProbeEngine
import Reports

/// `rdptop trace TARGET`: one server, every step as it happens.
struct Trace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Probe one server and print every step as it happens.",
        discussion: """
            Prints what is sent and received, how long each step took, and who closed first, then what it means. Makes one \
            connection, a second one when that fails, one to each other address of the name, and what follows: one that \
            asks for TLS alone, one or two datagrams, and up to four connections that ask otherwise when a layer failed. \
            They are a second apart; no user name or password is ever sent. Exit status as of check.
            --pcap writes what went over the wire, with the secrets of TLS, as a file for Wireshark.
            """)

    @Argument(help: "A name or an address, with an optional port: ts07, ts07:3390, [2001:db8::7]:3389.")
    var target: String?

    @OptionGroup var connectionFile: ConnectionFileOption

    @Flag(name: .shortAndLong, help: "Print the bytes, too.")
    var verbose = false

    @Flag(
        help: "Ask in every other way that is known, also when nothing failed; says first how many connections that is."
    )
    var variants = false

    @Option(
        help: ArgumentHelp("Record what goes over the wire in a new pcapng file.", valueName: "file"),
        completion: .file())
    var pcap: String?

    @OptionGroup var audit: AuditOptions

    func validate() throws {
        try connectionFile.validate(beside: [target].compactMap(\.self))
        guard target != nil || connectionFile.path != nil else {
            throw ValidationError("trace takes one server, or --rdp with a file that names it")
        }
    }

    func run() async throws {
        let server = try server()
        if let pcap { try pcapErrors { () throws(ReportFile.Mistake) in try ReportFile.check(pcap) } }
        let recording = pcap.map { _ in WireLog() }
        let log = try audit.open()
        let tools: ProbeTools
        do {
            tools = try ProbeTools(
                for: Fleet(name: server.name, servers: [server]), depth: .full, audit: log?.append, recording: recording
            )
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
        let state = try await AuditLog.recording(log) {
            let snapshot = try await trace(server, with: tools)
            let judgement = judge(snapshot, of: server, now: WallClock.now())
            for line in TraceLines.verdict(judgement, of: server, snapshot: snapshot) { print(line) }
            return judgement.state
        }
        if let pcap, let recording { try write(recording, to: pcap) }
        throw ExitStatus.worst(of: [state])
    }

    private func server() throws -> Server {
        if let file = try connectionFile.load() {
            guard let server = ConnectionFileOption.fleet(of: file).servers.first, server.path != .gateway else {
                throw CommandFailure(
                    "\(file.source) leads only through a gateway, where nothing of the server can be seen; "
                        + "rdptop check --rdp looks at the gateway", ExitStatus.usage)
            }
            return server
        }
        let target = target ?? ""
        let fleet: Fleet
        do {
            fleet = try PlainList.targets([target], name: target)
        } catch {
            throw CommandFailure(error, ExitStatus.usage)
        }
        guard fleet.servers.count == 1, let server = fleet.servers.first else {
            throw CommandFailure(
                "trace takes one server; \(target) stands for \(fleet.servers.count)", ExitStatus.usage)
        }
        return server
    }

    // MARK: The steps

    private func trace(_ server: Server, with tools: ProbeTools) async throws -> ServerSnapshot {
        print(TraceLines.heading)
        var snapshot = await climb(server, after: nil, with: tools.ladder, tools)
        if snapshot.firstFailure != nil {
            try await pause("It failed: once more after a second, to tell a broken server from a lost packet.")
            snapshot = await climb(server, after: snapshot, with: tools.ladder, tools)
        }
        try await otherAddresses(of: server, snapshot, with: tools)
        return try await followUps(of: server, snapshot, with: tools)
    }

    /// One probe, each step on standard output as it happens.
    private func climb(
        _ server: Server, after earlier: ServerSnapshot?, with ladder: Ladder, _ tools: ProbeTools
    ) async -> ServerSnapshot {
        let snapshot = await ladder.climb(server, after: earlier, observe: tell)
        tools.note(AuditEntry.entries(of: snapshot))
        return snapshot.following(earlier)
    }

    /// Probes the addresses of a name that the regular probe had no need of; what they show is printed and not judged.
    private func otherAddresses(of server: Server, _ snapshot: ServerSnapshot, with tools: ProbeTools) async throws {
        let tried = Set((snapshot.tcp?.facts?.attempts ?? []).map(\.peer.address))
        let others = (snapshot.dns?.facts?.addresses ?? []).filter { !tried.contains($0) }
        for address in others.prefix(Self.addressLimit) {
            try await pause("The name has another address: \(address).")
            var other = server
            other.address = address
            _ = await climb(other, after: nil, with: tools.shallowLadder, tools)
        }
        if others.count > Self.addressLimit {
            print("\nThe name has \(others.count - Self.addressLimit) more addresses, which are not tried.")
        }
    }

    private func followUps(
        of server: Server, _ snapshot: ServerSnapshot, with tools: ProbeTools
    ) async throws -> ServerSnapshot {
        var snapshot = snapshot
        let cadence = Cadence(depth: .full)
        var earlier: ServerSnapshot?
        // Ends, since nothing that has been done is due again; and is bounded in case it were.
        for _ in 0..<Self.followUpLimit {
            let due = cadence.followUps(after: snapshot, earlier: earlier, policy: server.policy, at: WallClock.now())
            guard let next = due.first else { break }
            earlier = snapshot
            snapshot = try await perform(next, on: server, after: snapshot, with: tools)
        }
        guard variants, let peer = snapshot.tcp?.facts?.peer else { return snapshot }
        let asked = VariantPlan.full(for: snapshot)
        print(
            "\nAsking in \(asked.count) other ways: \(asked.count) connections to \(peer), a second apart, and about as "
                + "many entries in the server's log.")
        for next in asked {
            snapshot = try await perform(next, on: server, after: snapshot, with: tools)
        }
        return snapshot
    }

    private func perform(
        _ next: FollowUp, on server: Server, after snapshot: ServerSnapshot, with tools: ProbeTools
    ) async throws -> ServerSnapshot {
        try await pause(next.announcement)
        let result = await tools.followUps.perform(next, on: server, after: snapshot, observe: tell)
        if let attempt = result.variants.last, case .variant = next { print("\(attempt.result)") }
        return result
    }

    @Sendable private func tell(_ step: ProbeStep) {
        for line in TraceLines.lines(for: step, verbose: verbose) { print(line) }
        fflush(nil)
    }

    private func pause(_ sentence: String) async throws {
        print("\n\(sentence)\n")
        fflush(nil)
        try await Task.sleep(for: ProbeComposition.secondLook)
    }

    private func write(_ recording: WireLog, to path: String) throws {
        let file = PcapngFile.bytes(of: recording.events, application: "rdptop \(Version.text)")
        let written = try pcapErrors { () throws(ReportFile.Mistake) in
            try ReportFile.write(file, to: path, isPrivate: true)
        }
        print("\nwrote what went over the wire to \(written)")
    }

    /// Says whose mistake it is when there can be no recording.
    private func pcapErrors<Value>(_ body: () throws(ReportFile.Mistake) -> Value) throws -> Value {
        do throws(ReportFile.Mistake) {
            return try body()
        } catch {
            throw CommandFailure("--pcap: \(error)", ExitStatus.cannotWrite)
        }
    }

    /// The most further addresses of a name that are tried.
    private static let addressLimit = 4
    /// The most that follows a probe: the companion, the datagrams, the name, and the variants for one reason.
    private static let followUpLimit = 3 + VariantPlan.limitPerReason
}
