import FleetModel
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import ProbeEngine

/// Real sockets: a thousand servers that accept a connection and never say anything.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SilentFleetTests {
    private static let count = 1000
    private static let timeout = Span.seconds(2)

    /// Runs a listener for the time of `body`, which gets a prober of many names for it with limits lifted.
    private func withSilentFleet(
        _ body: (FleetProber<ContinuousClock>) async throws -> Void
    ) async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let listener = try await ServerBootstrap(group: loops).serverChannelOption(.backlog, value: 1024)
            .bind(host: "127.0.0.1", port: 0).get()
        let endpoint = try SocketEndpoint.loopback(port: listener.localAddress?.port)
        let servers = (0..<Self.count).map {
            Server(
                name: "ts\($0)", port: endpoint.port, address: endpoint.address,
                policy: ProbePolicy(timeout: Self.timeout))
        }
        let ladder = try LadderFixture().ladder
        let limits = ProbeLimits(
            established: Self.count, establishedPerNeighbourhood: Self.count, newPerSecond: 100_000,
            newPerSecondAndNeighbourhood: 100_000)
        let prober = FleetProber(
            servers: servers, depth: .cycle, limits: limits, clock: ContinuousClock(), wall: { LadderFixture.now },
            actions: ProbeActions(
                probe: { server, earlier, pass in await ladder.climb(server, after: earlier, pass: pass) },
                followUp: { _, _, snapshot in snapshot },
                climbGateway: { gateway, _, _ in GatewaySnapshot(gateway: gateway.id, began: at(0), ended: at(0)) }))
        do {
            try await body(prober)
        } catch {
            try await listener.close()
            try await loops.shutdownGracefully()
            throw error
        }
        try await listener.close()
        try await loops.shutdownGracefully()
    }

    /// How many descriptors this process has.
    private var openFiles: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
    }

    /// Raises the limit, since both ends of each connection are here.
    private func allowManyFiles() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        getrlimit(resource, &limit)
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 8192))
        setrlimit(resource, &limit)
    }

    /// Waits until there are hardly more open files than before; other tests open some too.
    private func expectNoLeak(since before: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while openFiles > before + 200, .now < deadline { try await Task.sleep(for: .milliseconds(50)) }
        #expect(openFiles <= before + 200, "a leak would be a thousand")
    }

    @Test func aSweepEndsSoonAfterTheDeadlineAndLeaksNoDescriptor() async throws {
        allowManyFiles()
        let before = openFiles
        try await withSilentFleet { prober in
            let clock = ContinuousClock()
            let began = clock.now
            let result = await prober.sweep(recheckAfter: nil)
            let lasted = began.duration(to: clock.now)
            #expect(result.servers.count == Self.count)
            let silent = result.servers.count { $0.x224?.failure == .timedOut }
            #expect(silent == Self.count)
            #expect(lasted <= Self.timeout.duration + .seconds(5), "\(lasted)")
        }
        try await expectNoLeak(since: before)
    }

    @Test func aSweepThatIsCancelledEndsWithinASecondAndLeaksNoDescriptor() async throws {
        allowManyFiles()
        let before = openFiles
        try await withSilentFleet { prober in
            let sweep = Task { await prober.sweep(recheckAfter: .seconds(1)) }
            while openFiles < before + Self.count { try await Task.sleep(for: .milliseconds(10)) }
            let clock = ContinuousClock()
            let cancelled = clock.now
            sweep.cancel()
            let result = await sweep.value
            #expect(cancelled.duration(to: clock.now) <= .seconds(1))
            #expect(result.servers.count < Self.count)
        }
        try await expectNoLeak(since: before)
    }
}
