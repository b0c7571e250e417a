import FleetModel
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(5))) struct NameCheckProbeTests {
    private func prober(_ resolver: any NameResolving) throws -> FollowUpProber {
        try FollowUpProber(resolver: resolver, runner: ProbeRunner(), watch: SocketWatch(), now: { LadderFixture.now })
    }

    private func snapshot(of server: Server) -> ServerSnapshot {
        ServerSnapshot(server: server.id, began: LadderFixture.now, ended: LadderFixture.now)
    }

    @Test func `a name is resolved beside the address that is used`() async throws {
        let other = try #require(IPAddress("192.0.2.8"))
        let server = Server(name: "ts01.example", address: IPAddress("192.0.2.7"))
        let known = try prober(TableResolver(["ts01.example": [other]]))
        let found = await known.perform(.name, on: server, after: snapshot(of: server))
        #expect(found.nameCheck?.facts?.addresses == [other])
        #expect(found.nameCheck?.failure == nil && found.dns == nil)
        #expect(found.lastNamed == LadderFixture.now)
        let unknown = await (try prober(TableResolver([:]))).perform(.name, on: server, after: found)
        #expect(unknown.nameCheck?.failure == .noSuchName)
        #expect(unknown.lastNamed == LadderFixture.now)
    }

    @Test func `an asking that was cancelled leaves what was known`() async throws {
        let server = Server(name: "ts01.example", address: IPAddress("192.0.2.7"))
        var known = snapshot(of: server)
        known.nameCheck = Observation(facts: nil, failure: .noSuchName, microseconds: 1, at: LadderFixture.now)
        let (asked, continuation) = AsyncStream.makeStream(of: Void.self)
        let (prober, earlier) = (try prober(SilentResolver(asked: continuation)), known)
        let task = Task { await prober.perform(.name, on: server, after: earlier) }
        for await _ in asked { break }
        task.cancel()
        #expect(await task.value.nameCheck == known.nameCheck)
    }

    @Test func `the last address gets one connection, which is closed without a byte`() async throws {
        try await ScriptedServer.run([.awaitBytes]) { scripted in
            let server = scripted.target()
            var known = snapshot(of: server)
            known.lastReach = LastReach(at: LadderFixture.now, address: scripted.endpoint.address)
            let seen = await (try prober(TableResolver([:]))).perform(.lastAddress, on: server, after: known)
            #expect(seen.lastAddressCheck?.failure == nil)
            #expect(seen.lastAddressCheck?.facts?.peer == scripted.endpoint)
            #expect(await scripted.eventsOfOneConnection() == [.ended])
        }
    }

    @Test func `a last address that refuses is said to, and without one nothing is tried`() async throws {
        // The test's servers listen on 127.0.0.1 alone.
        let server = Server(name: "ts01.example")
        var known = snapshot(of: server)
        let prober = try prober(TableResolver([:]))
        #expect(await prober.perform(.lastAddress, on: server, after: known) == known)
        known.lastReach = LastReach(at: LadderFixture.now, address: IPAddress(octets: 127, 0, 0, 2))
        let seen = await prober.perform(.lastAddress, on: server, after: known)
        #expect(seen.lastAddressCheck?.failure == .refused)
    }
}
