import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

/// A prober of servers and gateways at full depth, and what it did, in order.
private final class Deeds: Sendable {
    private let done = Mutex<[String]>([])

    var all: [String] { done.withLock(\.self) }

    func add(_ deed: String) { done.withLock { $0.append(deed) } }

    func actions(failing: @escaping @Sendable (Server) -> LayerFailure? = { _ in nil }) -> ProbeActions {
        ProbeActions(
            probe: { [self] server, earlier, _ in
                add("probe \(server.name) after \(earlier?.probes ?? 0)")
                return failing(server).map { snapshot(server, .tcp, $0) } ?? healthy(server)
            },
            followUp: { [self] followUp, server, seen in
                var seen = seen
                switch followUp {
                case .companion:
                    add("companion \(server.name)")
                    seen.companion = Observation(facts: nil, failure: .closed, microseconds: 1, at: at(0))
                case .udp:
                    add("udp \(server.name)")
                    seen.udp = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: at(0))
                case .name: add("name \(server.name)")
                case .lastAddress: add("last address \(server.name)")
                case .variant: add("variant \(server.name)")
                }
                return seen
            },
            climbGateway: { [self] gateway, earlier, _ in
                add("gateway \(gateway.name) after \(earlier?.probes ?? 0)")
                return GatewaySnapshot(gateway: gateway.id, began: at(0), ended: at(0))
            })
    }
}

@Suite(.timeLimit(.minutes(5))) struct FleetProberFollowUpTests {
    private func servers(_ count: Int) -> [Server] {
        (0..<count).map { Server(name: "ts\($0)", address: IPAddress("10.0.\($0).1")) }
    }

    /// Moves a clock from one sleeper to the next for as long as `body` runs.
    private func whileTimePasses<Value: Sendable>(
        _ clock: ManualClock, body: @escaping @Sendable () async -> Value
    ) async -> Value {
        let hand = Task {
            while !Task.isCancelled {
                if clock.sleeperCount > 0 { clock.advance(to: await clock.nextSleeper()) }
                await Task.yield()
            }
        }
        let value = await body()
        hand.cancel()
        await hand.value
        return value
    }

    @Test func aSweepDoesWhatElseIsDueAndProbesGatewaysToo() async {
        let clock = ManualClock()
        let deeds = Deeds()
        let servers = servers(2)
        let prober = FleetProber(
            servers: servers, gateways: [Gateway(name: "rdgw", host: "10.9.9.9")], depth: .full, clock: clock,
            wall: { at(0) }, actions: deeds.actions { $0.name == "ts1" ? .refused : nil })
        let result = await whileTimePasses(clock) { await prober.sweep(recheckAfter: .seconds(1)) }
        #expect(result.servers.map(\.server) == servers.map(\.id))
        #expect(result.servers.map(\.probes) == [1, 2])
        #expect(result.servers[0].udp != nil && result.servers[0].companion != nil)
        #expect(result.gateways.map(\.gateway) == ["rdgw"] && result.ourSide == .fine)
        #expect(Set(deeds.all.prefix(3)) == ["probe ts0 after 0", "probe ts1 after 0", "gateway rdgw after 0"])
        #expect(Set(deeds.all.dropFirst(3)) == ["companion ts0", "udp ts0", "probe ts1 after 1"])
    }

    @Test func withoutRecheckWhatElseIsDueIsDoneAllTheSame() async {
        let clock = ManualClock()
        let deeds = Deeds()
        let prober = FleetProber(
            servers: servers(3), depth: .full, clock: clock, wall: { at(0) },
            actions: deeds.actions { $0.name == "ts1" ? .refused : nil })
        let result = await whileTimePasses(clock) { await prober.sweep(recheckAfter: nil) }
        #expect(result.servers.map(\.probes) == [1, 1, 1])
        #expect(deeds.all.count { $0.hasPrefix("udp") } == 2)
    }

    @Test func everythingIsPublishedAndAProbeKnowsTheOneBefore() async {
        let clock = ManualClock()
        let deeds = Deeds()
        let prober = FleetProber(
            servers: servers(1), gateways: [Gateway(name: "rdgw", host: "10.9.9.9")], depth: .full, clock: clock,
            wall: { at(0) }, actions: deeds.actions())
        let (results, sink) = AsyncStream.makeStream(of: ProbeResult.self)
        let run = Task { await prober.run(commands: AsyncStream { _ in }) { sink.yield($0) } }
        let seen = await whileTimePasses(clock) {
            var seen: [ServerSnapshot] = []
            var gateways = 0
            for await result in results {
                switch result {
                case .server(let snapshot): seen.append(snapshot)
                case .gateway: gateways += 1
                case .ourSide: Issue.record("nothing happens on our side")
                }
                if gateways >= 2, seen.contains(where: { $0.udp != nil }) { break }
            }
            return seen
        }
        run.cancel()
        await run.value
        let steps = zip(seen.dropFirst(), seen).map { $0.probes - $1.probes }
        #expect(seen.first?.probes == 1 && steps.allSatisfy { $0 == 0 || $0 == 1 })
        #expect(steps.contains(0), "what follows a probe is published, and is none")
        #expect(seen.last { $0.udp != nil }?.companion != nil)
        #expect(deeds.all.contains("gateway rdgw after 1"))
    }
}
