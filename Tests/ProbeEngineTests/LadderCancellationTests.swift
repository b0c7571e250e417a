import FleetModel
import NIOSSL
import ProbeEngine
import Testing

/// Cancels probes in the middle of each layer. All have a minute's time: one that did not heed its cancellation would
/// end with another failure.
@Suite("Cancelling a probe", .timeLimit(.minutes(5)))
struct LadderCancellationTests {
    private static let timeout = Span.seconds(600)

    @Test("while the name is being resolved ends it there")
    func resolving() async throws {
        let (asked, sink) = AsyncStream.makeStream(of: Void.self)
        let ladder = try LadderFixture(resolver: SilentResolver(asked: sink)).ladder
        let probe = Task { await ladder.climb(Server(name: "ts01.example")) }
        for await _ in asked { break }
        probe.cancel()
        let snapshot = await probe.value
        #expect(snapshot.dns?.failure == .ourFault(.cancelled))
        #expect(snapshot.tcp == nil)
    }

    @Test("while it connects closes the pending connect")
    func connecting() async throws {
        let hole = try BlackHole()
        defer { hole.close() }
        let (steps, sink) = AsyncStream.makeStream(of: ProbeStep.self)
        let ladder = try LadderFixture().ladder
        let server = Server(name: "127.0.0.1", port: hole.port, policy: ProbePolicy(timeout: Self.timeout))
        let probe = Task { await ladder.climb(server) { sink.yield($0) } }
        for await step in steps where step.layer == .tcp { break }
        probe.cancel()
        let snapshot = await probe.value
        #expect(snapshot.tcp?.failure == .ourFault(.cancelled))
        let attempt = try #require(snapshot.tcp?.facts?.attempts.first)
        #expect(attempt.failure == .ourFault(.cancelled))
        // Without the switch it would take the three seconds that a connect may.
        #expect(attempt.microseconds < 2_900_000)
        #expect(snapshot.x224 == nil)
    }

    @Test("while it waits for the confirm closes the connection")
    func negotiating() async throws {
        let ladder = try LadderFixture().ladder
        try await ScriptedServer.run([.awaitBytes]) { server in
            let target = server.target(timeout: Self.timeout)
            let probe = Task { await ladder.climb(target) }
            await server.received(times: 1)
            probe.cancel()
            let snapshot = await probe.value
            #expect(snapshot.x224?.failure == .ourFault(.cancelled))
            #expect(snapshot.tls == nil)
            #expect(await server.eventsOfOneConnection() == [.ended])
        }
    }

    @Test("in the middle of the handshake closes the connection")
    func shakingHands() async throws {
        let ladder = try LadderFixture().ladder
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .awaitBytes]) { server in
            let target = server.target(timeout: Self.timeout)
            let probe = Task { await ladder.climb(target) }
            await server.received(times: 2)
            probe.cancel()
            let snapshot = await probe.value
            #expect(snapshot.x224?.failure == nil)
            #expect(snapshot.tls?.failure == .ourFault(.cancelled))
            #expect(await server.eventsOfOneConnection().last == .ended)
        }
    }

    @Test("before it began keeps it from connecting")
    func before() async throws {
        let ladder = try LadderFixture().ladder
        try await ScriptedServer.run([.awaitBytes]) { server in
            let target = server.target(timeout: Self.timeout)
            let (gate, opener) = AsyncStream.makeStream(of: Void.self)
            let probe = Task {
                for await _ in gate {}
                return await ladder.climb(target)
            }
            probe.cancel()
            opener.finish()
            let snapshot = await probe.value
            #expect(snapshot.tcp?.failure == .ourFault(.cancelled))
            #expect(snapshot.tcp?.facts?.attempts == [])
        }
    }

    @Test("does not disturb the others of a fleet")
    func others() async throws {
        let ladder = try LadderFixture().ladder
        let tls = try ServerCertificates.modern.context()
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)]) { healthy in
            try await ScriptedServer.run([.awaitBytes]) { silent in
                let (target, other) = (silent.target(timeout: Self.timeout), healthy.target())
                let probes = (0..<16).map { _ in Task { await ladder.climb(target) } }
                await silent.received(times: probes.count)
                let passed = await ladder.climb(other)
                for probe in probes { probe.cancel() }
                for probe in probes {
                    #expect(await probe.value.x224?.failure == .ourFault(.cancelled))
                }
                #expect(passed.certificate?.failure == nil)
                #expect(passed.firstFailure == nil)
            }
        }
    }
}
