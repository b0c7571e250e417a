import FleetModel
import Glibc
import Testing

@testable import SimulatedFleet

private let confirm = bytes("03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 08 00 00 00")

/// One event loop and one claim of a network for each, so one after the other.
@Suite(.serialized) struct RunningFleetTests {
    @Test func everyServerListensAtTheAddressThatItsNameHas() async throws {
        let simulated = try SimulatedFleet(now: { june })
        try await simulated.withRunning(authorities: ["/tmp/root.pem"]) { running in
            let fleet = running.fleet
            #expect(fleet.name == "demo")
            #expect(fleet.servers.map(\.name) == simulated.plan.entries.map(\.name))
            #expect(fleet.resolvers == [running.resolver])
            #expect(fleet.servers.allSatisfy { $0.policy.authorities == ["/tmp/root.pem"] })
            #expect(fleet.servers.allSatisfy { (.seconds(5)...(.seconds(10))).contains($0.policy.interval) })
            for server in fleet.servers {
                let id = try #require(running.scenario(of: server.id))
                let scenario = try #require(ScenarioTable.scenario(id))
                let resolved = try address(of: server.name, at: running.resolver)
                #expect((resolved != nil) == (scenario.name == .address), "\(server.name)")
                guard let resolved, scenario.arrival != .refusing else { continue }
                #expect(throws: Never.self, "\(server.name)") {
                    _ = try LoopbackClient(to: SocketEndpoint(address: resolved, port: server.port))
                }
            }
        }
    }

    @Test func noListenerIsLeftAfterTheScope() async throws {
        // Networks of their own: a fleet of another test could take a free one as soon as it is left.
        let simulated = try SimulatedFleet(now: { june }, serverCount: 128, base: 91)
        let (endpoints, resolver) = try await simulated.withRunning { running in
            (try healthyEndpoints(running), running.resolver)
        }
        #expect(endpoints.count > 20)
        for endpoint in endpoints {
            #expect(try await isRefused(endpoint), "\(endpoint)")
        }
        let client = try LoopbackClient(to: resolver, over: SOCK_DGRAM)
        client.send([0])
        // The port is closed: the kernel says so at once (ICMP port unreachable).
        #expect(client.read(1) == LoopbackClient.Reading(bytes: [], ending: .reset))
    }

    @Test func anErrorOfTheBodyEndsTheFleetToo() async throws {
        struct Oops: Error {}
        let plan = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "healthy")])
        var seen: SocketEndpoint?
        do {
            try await SimulatedFleet(now: { june }, plan: plan, base: 92).withRunning { running in
                seen = try endpoint("one.demo.example", running)
                throw Oops()
            }
        } catch is Oops {}
        let left = try #require(seen)
        #expect(try await isRefused(left))
    }

    @Test func twoFleetsAtOnceHaveDifferentNetworks() async throws {
        // The one that listens on ::1 does not stand in the way, and one that refuses holds its network too.
        let plan = FleetPlan(entries: [
            .init(name: "one.demo.example", site: .lab, scenario: "refused"),
            .init(name: "two.demo.example", site: .lab, scenario: "ipv6-only"),
        ])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { first in
            try await SimulatedFleet(now: { june }, plan: plan).withRunning { second in
                #expect(first.resolver.address != second.resolver.address)
            }
        }
    }

    @Test func everyFleetAnswersForItselfOnTheAddressThatAllShare() async throws {
        let plan = FleetPlan(entries: [.init(name: "six.demo.example", site: .lab, scenario: "ipv6-only")])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { first in
            try await SimulatedFleet(now: { june }, plan: plan).withRunning { second in
                let servers = first.fleet.servers + second.fleet.servers
                try #require(servers.map(\.name) == ["six.demo.example", "six.demo.example"])
                #expect(Set(servers.map(\.port)).count == 2)
                let issuers = try servers.map { server in
                    let client = try LoopbackClient(to: SocketEndpoint(address: .ipv6Loopback, port: server.port))
                    client.send(Said.request)
                    #expect(client.read(19).bytes == confirm)
                    client.send(Said.clientHello12)
                    return try #require(ServerFlight(from: client)?.certificates.last)
                }
                // Every fleet has an authority of its own.
                #expect(Set(issuers).count == 2)
            }
        }
    }

    @Test func aServerCanBeRefusedAndComeBack() async throws {
        let plan = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "healthy")])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let server = try #require(running.fleet.servers.first).id
            let endpoint = try endpoint("one.demo.example", running)
            let old = try LoopbackClient(to: endpoint)
            old.send(Said.request)
            #expect(old.read(19).bytes == confirm)

            try await running.assign("refused", to: server)
            #expect(running.scenario(of: server) == "refused")
            #expect(throws: LoopbackClient.Failure(code: ECONNREFUSED)) { _ = try LoopbackClient(to: endpoint) }
            // A connection keeps the scenario that it began with.
            old.send(Said.clientHello12)
            #expect(ServerFlight(from: old)?.certificates.count == 2)

            try await running.assign("garbage", to: server)
            let other = try LoopbackClient(to: endpoint)
            other.send(Said.request)
            #expect(other.read(4).bytes == [0xDE, 0xAD, 0xBE, 0xEF])

            try await running.assign("no-such-name", to: server)
            #expect(try address(of: "one.demo.example", at: running.resolver) == nil)

            try await running.assign(nil, to: server)
            #expect(running.scenario(of: server) == "healthy")
            #expect(try address(of: "one.demo.example", at: running.resolver) == endpoint.address)
            let last = try LoopbackClient(to: endpoint)
            last.send(Said.request)
            #expect(last.read(19).bytes == confirm)
        }
    }

    @Test func manyChangesAtOnceEndInTheLastOne() async throws {
        let plan = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "healthy")])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let server = try #require(running.fleet.servers.first).id
            let endpoint = try endpoint("one.demo.example", running)
            try await withThrowingTaskGroup { group in
                for round in 0..<40 {
                    group.addTask { try await running.assign(round.isMultiple(of: 2) ? "refused" : "slow", to: server) }
                }
                try await group.waitForAll()
            }
            try await running.assign("healthy", to: server)
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.request)
            #expect(client.read(19).bytes == confirm)
        }
    }

    @Test func everyGatewayListensAtTheAddressThatItsHostHas() async throws {
        let plan = FleetPlan(serverCount: 3).withEveryGatewayScenario()
        try await SimulatedFleet(now: { june }, plan: plan).withRunning(authorities: ["/tmp/root.pem"]) { running in
            #expect(running.fleet.gateways.map(\.name) == plan.gateways.map(\.name))
            #expect(running.fleet.gateways.allSatisfy { $0.policy.authorities == ["/tmp/root.pem"] })
            for gateway in running.fleet.gateways {
                let address = try #require(try address(of: gateway.host, at: running.resolver))
                let id = try #require(running.scenario(ofGateway: gateway.id))
                guard try #require(GatewayScenarioTable.scenario(id)).listens else { continue }
                #expect(throws: Never.self, "\(gateway.name)") {
                    _ = try LoopbackClient(to: SocketEndpoint(address: address, port: gateway.port))
                }
            }
        }
    }

    @Test func aGatewayCanBeRefusedAndComeBack() async throws {
        let plan = FleetPlan(entries: [], gateways: [.init(name: "rdgw-lab-1", scenario: "gateway-healthy")])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let gateway = try #require(running.fleet.gateways.first)
            let address = try #require(try address(of: gateway.host, at: running.resolver))
            let endpoint = SocketEndpoint(address: address, port: gateway.port)
            try await running.assign("gateway-refused", toGateway: gateway.id)
            #expect(running.scenario(ofGateway: gateway.id) == "gateway-refused")
            #expect(throws: LoopbackClient.Failure(code: ECONNREFUSED)) { _ = try LoopbackClient(to: endpoint) }
            try await running.assign(nil, toGateway: gateway.id)
            let talk = try await TLSConversation.hold(
                with: endpoint, [Array("GET / HTTP/1.1\r\n\r\n".utf8)], expecting: 12)
            #expect(talk.text.hasPrefix("HTTP/1.1 404"))
            #expect(running.visits(toGateway: gateway.id)?.connections == 1)
            #expect(running.faults.isEmpty)
            await #expect(throws: SimulatedFleetError.noSuchGateway("rdgw-lab-2")) {
                try await running.assign(nil, toGateway: "rdgw-lab-2")
            }
            await #expect(throws: SimulatedFleetError.noSuchScenario("refused")) {
                try await running.assign("refused", toGateway: gateway.id)
            }
        }
    }

    @Test func aServerCountsItsConnectionsAndKeepsWhatItWasAsked() async throws {
        let plan = FleetPlan(entries: [
            .init(name: "one.demo.example", site: .lab, scenario: "healthy"),
            .init(name: "two.demo.example", site: .lab, scenario: "closes-after-connect"),
        ])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let ids = running.fleet.servers.map(\.id)
            #expect(ids.map { running.connections(to: $0) } == [0, 0])
            let first = try endpoint("one.demo.example", running)
            for _ in 0..<3 {
                let client = try LoopbackClient(to: first)
                client.send(Said.request)
                #expect(client.read(19).bytes == confirm)
            }
            let other = try LoopbackClient(to: try endpoint("two.demo.example", running))
            #expect(other.read(1).ending == .closed)
            #expect(ids.map { running.connections(to: $0) } == [3, 1])
            #expect(ids.map { running.visits(to: $0)?.questions.count } == [3, 0])
            let stranger = Server.ID(name: "three.demo.example", port: 1)
            #expect(running.connections(to: stranger) == nil && running.visits(to: stranger) == nil)

            // What is not CredSSP is a fault, which the fleet tells of all its servers.
            _ = try await TLSConversation.hold(
                with: first, after: Said.request, [bytes("16 03 01 00 05")], expecting: 1)
            #expect(running.faults.count == 1)
            #expect(running.faults.first?.hasPrefix("one.demo.example: no TSRequest") == true)
        }
    }

    @Test func serversBeyondTheLimitHaveNoUDPSocket() async throws {
        let plan = FleetPlan(
            entries: (1...3).map {
                .init(name: "ts0\($0).demo.example", site: .lab, scenario: "healthy")
            })
        try await SimulatedFleet(now: { june }, plan: plan, datagramLimit: 2).withRunning { running in
            #expect(running.withoutDatagrams == ["ts03.demo.example"])
            let endings = try running.fleet.servers.map { server in
                let client = try LoopbackClient(to: try endpoint(server.name, running), over: SOCK_DGRAM)
                client.send([0])
                return client.read(1, patience: 100).ending
            }
            #expect(endings == [.open, .open, .reset])
        }
    }

    @Test func unknownServersAndScenariosAreRefused() async throws {
        let plan = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "healthy")])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let server = try #require(running.fleet.servers.first).id
            let stranger = Server.ID(name: "two.demo.example", port: 1)
            await #expect(throws: SimulatedFleetError.noSuchServer(stranger)) {
                try await running.assign("healthy", to: stranger)
            }
            await #expect(throws: SimulatedFleetError.noSuchScenario("nonsense")) {
                try await running.assign("nonsense", to: server)
            }
            #expect(running.scenario(of: stranger) == nil)
        }
        let wrong = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "nonsense")])
        await #expect(throws: SimulatedFleetError.self) {
            try await SimulatedFleet(now: { june }, plan: wrong).withRunning { _ in }
        }
    }

    @Test func aTakenPortOfAFixedNetworkIsAnErrorThatSaysWhere() async throws {
        let plan = FleetPlan(entries: [.init(name: "one.demo.example", site: .lab, scenario: "healthy")])
        try await SimulatedFleet(now: { june }, plan: plan, base: 90).withRunning { running in
            let port = try #require(running.fleet.servers.first).port
            let second = try SimulatedFleet(now: { june }, plan: plan, base: 90, port: port)
            let error = await #expect(throws: SimulatedFleetError.self) { try await second.withRunning { _ in } }
            #expect(error?.description.contains("127.90.1.1:\(port)") == true)
        }
    }
}

private func healthyEndpoints(_ running: RunningFleet) throws -> [SocketEndpoint] {
    try running.fleet.servers.filter { running.scenario(of: $0.id) == "healthy" }.map { try endpoint($0.name, running) }
}

private func endpoint(_ name: String, _ running: RunningFleet) throws -> SocketEndpoint {
    let address = try #require(try address(of: name, at: running.resolver))
    let port = try #require(running.fleet.servers.first { $0.name == name }).port
    return SocketEndpoint(address: address, port: port)
}

/// The last four bytes of an answer with one A record; nil for any other answer, or none.
private func address(of name: String, at resolver: SocketEndpoint) throws -> IPAddress? {
    let labels = name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
    let client = try LoopbackClient(to: resolver, over: SOCK_DGRAM)
    client.send(bytes("00 01 01 00 00 01 00 00 00 00 00 00") + labels + bytes("00 00 01 00 01"))
    let answer = client.readDatagram(patience: 200)
    guard answer.count > 16, answer[3] & 0x0F == 0, answer[7] == 1 else { return nil }
    return IPAddress(bytes: Array(answer.suffix(4)))
}

/// Whether connections to a closed port are refused, at once or soon.
///
/// A process that another test is starting holds a copy of every socket for the moment until it becomes its program.
private func isRefused(_ endpoint: SocketEndpoint) async throws -> Bool {
    for _ in 0..<1000 {
        do throws(LoopbackClient.Failure) {
            _ = try LoopbackClient(to: endpoint)
        } catch {
            return error.code == ECONNREFUSED
        }
        try await Task.sleep(for: .milliseconds(5))
    }
    return false
}
