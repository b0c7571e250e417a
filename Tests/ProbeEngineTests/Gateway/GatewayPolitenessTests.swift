import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

@Suite("What a gateway is spared", .timeLimit(.minutes(5)))
struct GatewayPolitenessTests {
    /// An answer after which the connection is closed, so that each question needs another.
    private static let last = Answer.healthy.replacing("Content-Length", with: "Connection: close\r\nContent-Length")

    @Test("a second passes before each further connection")
    func pauses() async throws {
        let clock = ManualClock()
        let ladder = try GatewayFixture(clock: clock).ladder
        try await ScriptedServer.run(Answer.once(Self.last)) { server in
            let gateway = server.gateway()
            let probe = Task { await ladder.climb(gateway) }
            for seconds in [1, 2] {
                let wakes = await clock.nextSleeper()
                #expect(wakes.elapsed == .seconds(seconds))
                clock.advance(to: wakes)
            }
            #expect(await probe.value.rpc?.facts?.status == 401)
        }
    }

    @Test("one that asks to be left alone for a while is asked nothing more")
    func retryAfter() async throws {
        let busy = "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"
        let snapshot = try await GatewayFixture().climb(Answer.inTurn(busy, busy, busy))
        #expect(snapshot.transport?.failure == .serverError(503))
        #expect(snapshot.webSocket == nil)
        #expect(snapshot.rpc == nil)
    }

    @Test("without a place for its connection it gets no datagrams either: the probe is made again")
    func heldBack() async throws {
        let fixture = try GatewayFixture()
        let pass = ConnectionPass(neighbourhood: [127, 0, 0], expectsAnswer: false) { _, answer in answer.give(false) }
        try await ScriptedDatagramPeer.run { _, _ in
            []
        } body: { peer in
            let snapshot = try await ScriptedServer.run([.awaitBytes]) { server in
                await fixture.ladder.climb(server.gateway(datagramPort: peer.port), pass: pass)
            }
            #expect(snapshot.tls?.failure == .ourFault(.heldBack))
            #expect(snapshot.dtls == nil)
            #expect(peer.received.isEmpty)
        }
    }

    @Test("a question that came too late for its answer says nothing of the gateway, and is not asked again at once")
    func outOfTime() async throws {
        let late = try await GatewayFixture().climb(
            Answer.inTurn(Answer.healthy, Answer.healthy), timeout: .milliseconds(1_500))
        #expect(late.webSocket?.facts?.status == 401)
        #expect(late.rpc?.failure == .ourFault(.heldBack))
        #expect(GatewayCadence.questions(late, after: late, at: late.ended).isEmpty)
    }

    @Test(
        "silence is a failure of the gateway when the answer had its time, or when the visit was not over",
        arguments: [
            (LayerFailure.timedOut, Int64(2_999_999), true, LayerFailure.ourFault(.heldBack)),
            (.timedOut, 3_000_000, true, .timedOut), (.timedOut, 10, false, .timedOut), (.reset, 10, true, .reset),
        ])
    func silence(failure: LayerFailure, waited: Int64, isOver: Bool, becomes: LayerFailure) {
        let observation = Observation(
            facts: HTTPFacts(request: .rpc), failure: failure, microseconds: waited, at: LadderFixture.now)
        #expect(observation.heldBack(ifShort: isOver).failure == becomes)
    }

    @Test("every connection is in the audit log, the further ones too")
    func audited() async throws {
        let entries = Mutex<[AuditEntry]>([])
        let fixture = try GatewayFixture(audit: { entry in entries.withLock { $0.append(entry) } })
        try await ScriptedServer.run(Answer.once(Self.last)) { server in
            _ = await fixture.ladder.climb(server.gateway())
            let seen = entries.withLock(\.self)
            #expect(seen.map(\.kind) == [.gateway, .gateway, .gateway])
            #expect(seen.allSatisfy { $0.peer == server.endpoint && $0.depth == .gateway && $0.result == nil })
            #expect(Set(seen.map(\.local)).count == 3)
        }
    }
}
