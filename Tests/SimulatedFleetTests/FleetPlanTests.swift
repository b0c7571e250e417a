import FleetModel
import Testing

@testable import SimulatedFleet

@Suite struct FleetPlanTests {
    @Test func theDefaultHasEveryScenarioAndIsMostlyHealthy() throws {
        let plan = try SimulatedFleet(now: { june }).plan
        #expect(plan.entries.count == 128)
        #expect(Set(plan.entries.map(\.scenario)).isSuperset(of: ScenarioTable.all.map(\.id)))
        let healthy: Set<Scenario.ID> = [
            "healthy", "healthy-wildcard", "healthy-self-signed", "healthy-tls-only", "nla-only", "tls-1.2-only",
            "slow", "ipv6-only", "udp-version-1", "udp-version-3", "nla-workgroup",
        ]
        #expect(plan.entries.count { healthy.contains($0.scenario) } > 64 - 8)
        for site in Site.allCases { #expect(plan.entries.contains { $0.site == site }) }
    }

    @Test func thePlanDependsOnNothingButTheCount() {
        #expect(FleetPlan(serverCount: 96) == FleetPlan(serverCount: 96))
        let names = FleetPlan(serverCount: 96).entries.map(\.name)
        #expect(
            names.prefix(3) == [
                "rdsh-fra-001.demo.example", "rdsh-fra-002.demo.example", "rdsh-fra-003.demo.example",
            ])
        #expect(names.last == FleetPlan.name(.lab, FleetPlan.firstMisfit + Site.lab.misfits.count - 1))
    }

    @Test("every name stands once, in as many servers as asked for", arguments: [0, 1, 30, 60, 96, 500, 10_000])
    func counts(_ count: Int) {
        let plan = FleetPlan(serverCount: count)
        #expect(plan.entries.count == count)
        #expect(Set(plan.entries.map(\.name)).count == count)
    }

    @Test func aServerKeepsItsScenarioInALargerFleet() {
        func scenarios(_ count: Int) -> [String: Scenario.ID] {
            Dictionary(
                FleetPlan(serverCount: count).entries.map { ($0.name, $0.scenario) }, uniquingKeysWith: { $1 })
        }
        let large = scenarios(10_000)
        for (name, scenario) in scenarios(96) { #expect(large[name] == scenario, "\(name)") }
    }

    @Test func theTimelineMeansServersThatAreThere() {
        let names = FleetPlan(serverCount: 96).entries.map(\.name)
        let gateways = FleetPlan(serverCount: 96).gateways.map(\.name)
        for change in Timeline.demo.changes {
            switch change.actor {
            case .servers(let pattern):
                #expect(names.count { pattern.matches($0) } == pattern.numbers.count)
                if let id = change.scenario { #expect(ScenarioTable.scenario(id) != nil) }
            case .gateway(let name):
                #expect(gateways.contains(name))
                if let id = change.scenario { #expect(GatewayScenarioTable.scenario(id) != nil) }
            }
        }
        #expect(Timeline.demo.changes.first?.actor == .servers(ServerPattern(.frankfurt, 1...6)))
    }

    @Test func someHealthyServersStandBehindTheGatewayOfTheirSite() {
        let plan = FleetPlan(serverCount: 128)
        #expect(plan.gateways.map(\.host) == ["fra", "nyc", "sin"].map { "rdgw-\($0)-1.demo.example" })
        #expect(plan.gateways.allSatisfy { $0.scenario == "gateway-healthy" })
        for site in [Site.frankfurt, .newYork, .singapore] {
            let behind = plan.entries.filter { $0.site == site && $0.path != .direct }
            #expect(Set(behind.map(\.path)) == [.gateway, .both])
            #expect(behind.allSatisfy { $0.gateway == site.gateway && $0.scenario == "healthy" })
        }
        #expect(plan.entries.allSatisfy { $0.site != .lab || $0.path == .direct })
        // The outage is of servers that users reach directly.
        #expect(plan.entries.allSatisfy { !ServerPattern(.frankfurt, 1...6).matches($0.name) || $0.path == .direct })
    }

    @Test func aPlanWithEveryGatewayScenarioHasOneServerBehindEach() {
        let plan = FleetPlan(serverCount: 10).withEveryGatewayScenario()
        let scenarios = GatewayScenarioTable.all.map(\.id)
        #expect(plan.entries.count == 10 + scenarios.count)
        #expect(Array(plan.gateways.map(\.scenario).suffix(scenarios.count)) == scenarios)
        #expect(
            plan.entries.suffix(scenarios.count).map(\.gateway) == plan.gateways.suffix(scenarios.count).map(\.name))
        #expect(Set(plan.gateways.map(\.name)).count == plan.gateways.count)
        #expect(Set(plan.entries.map(\.name)).count == plan.entries.count)
    }

    @Test func addressesDifferUpToTheCapacity() {
        let network = LoopbackNetwork(base: 64)
        #expect(network.address(ofServer: 0).description == "127.64.1.1")
        #expect(network.address(ofServer: 249).description == "127.64.1.250")
        #expect(network.address(ofServer: 250).description == "127.64.2.1")
        #expect(network.address(ofServer: LoopbackNetwork.capacity - 1).description == "127.64.250.250")
        #expect(network.nameServer.description == "127.64.0.53")
        #expect(network.address(ofGateway: 0).description == "127.64.0.100")
        #expect(network.address(ofGateway: LoopbackNetwork.gatewayCapacity - 1).description == "127.64.0.199")
    }
}
