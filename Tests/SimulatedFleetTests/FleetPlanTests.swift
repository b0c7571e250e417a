import FleetModel
import Testing

@testable import SimulatedFleet

@Suite struct FleetPlanTests {
    @Test func theDefaultHasEveryScenarioAndIsMostlyHealthy() throws {
        let plan = try SimulatedFleet(now: { june }).plan
        #expect(plan.entries.count == 96)
        #expect(Set(plan.entries.map(\.scenario)).isSuperset(of: ScenarioTable.all.map(\.id)))
        let healthy: Set<Scenario.ID> = [
            "healthy", "healthy-wildcard", "healthy-self-signed", "healthy-tls-only", "nla-only", "tls-1.2-only",
            "slow",
            "ipv6-only",
        ]
        #expect(plan.entries.count { healthy.contains($0.scenario) } > 48)
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
        for change in Timeline.demo.changes {
            #expect(names.count { change.servers.matches($0) } == change.servers.numbers.count)
            if let id = change.scenario { #expect(ScenarioTable.scenario(id) != nil) }
        }
        #expect(Timeline.demo.changes.first?.servers.numbers.count == 6)
    }

    @Test func addressesDifferUpToTheCapacity() {
        let network = LoopbackNetwork(base: 64)
        #expect(network.address(ofServer: 0).description == "127.64.1.1")
        #expect(network.address(ofServer: 249).description == "127.64.1.250")
        #expect(network.address(ofServer: 250).description == "127.64.2.1")
        #expect(network.address(ofServer: LoopbackNetwork.capacity - 1).description == "127.64.250.250")
        #expect(network.nameServer.description == "127.64.0.53")
    }
}
