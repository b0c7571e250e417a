import FleetModel
import NIOCore
import NIOPosix
import Testing

@testable import ProbeEngine

@Suite("Companion connection")
struct CompanionProbeTests {
    /// Probes a server on an event loop, as the engine does.
    @concurrent
    private func probe(_ server: Server, at endpoint: SocketEndpoint) async throws -> Observation<NegotiationFacts> {
        let companion = try CompanionProbe(now: { LadderFixture.now })
        let executor = ExecutorPool.shared.first
        return await withTaskExecutorPreference(executor) {
            let dialer = Dialer(
                eventLoop: executor.eventLoop, cancellation: CancellationSwitch(), trace: ProbeTrace(nil))
            return await companion.probe(server, at: endpoint, with: dialer)
        }
    }

    @Test("Offers TLS alone, and says no more after the confirm, whatever that says")
    func exchange() async throws {
        let confirms: [([UInt8], NegotiationFacts.Answer, LayerFailure?)] = [
            (Wire.refusal(5), .refused(code: 5), .negotiationRefused(5)),
            (Wire.confirmTLS, .selected(.tls, flags: 0x1F), nil),
            (Wire.confirmBare, .withoutNegotiation, nil),
        ]
        for (confirm, answer, failure) in confirms {
            try await ScriptedServer.run([.awaitBytes, .send(confirm)]) { server in
                let observation = try await probe(server.target(), at: server.endpoint)
                #expect(observation.failure == failure)
                #expect(observation.facts?.answer == answer)
                #expect(observation.facts?.requested == .tls)
                #expect(observation.at == LadderFixture.now)
                #expect(await server.eventsOfOneConnection() == [.received(Wire.companionRequest), .ended])
            }
        }
    }

    @Test("Says why there was no answer")
    func failures() async throws {
        for (steps, failure) in [([.close], .closed), ([.reset], .reset), ([], .timedOut)]
            as [([ScriptedServer.Step], LayerFailure)]
        {
            try await ScriptedServer.run([.awaitBytes] + steps) { server in
                let timeout: Span = failure == .timedOut ? .milliseconds(300) : .seconds(20)
                let observation = try await probe(server.target(timeout: timeout), at: server.endpoint)
                #expect(observation.failure == failure)
                #expect(observation.facts?.answer == .nothing)
            }
        }
        // The test's servers listen on 127.0.0.1 alone.
        let nobody = SocketEndpoint(address: try #require(IPAddress("127.0.0.2")), port: 3389)
        let observation = try await probe(Server(name: "ts01.example"), at: nobody)
        #expect(observation.failure == .refused)
        #expect(observation.facts == nil)
    }
}
