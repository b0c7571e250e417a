import Diagnosis
import FleetModel
import Testing

/// From broken facts to what is said of them, row by row.
@Suite struct TruthTableTests {
    @Test("A broken server is said to be what it is", arguments: Situation.ofServers)
    func servers(_ situation: Situation<ServerFacts>) { expect(situation) }

    @Test("A broken gateway is said to be what it is", arguments: Situation.ofGateways)
    func gateways(_ situation: Situation<GatewayFacts>) { expect(situation) }

    @Test("A near miss of a server is not said to be it", arguments: Situation.ofServers)
    func nearMisses(_ situation: Situation<ServerFacts>) { expectNearMisses(of: situation) }

    @Test("A near miss of a gateway is not said to be it", arguments: Situation.ofGateways)
    func gatewayNearMisses(_ situation: Situation<GatewayFacts>) { expectNearMisses(of: situation) }

    @Test func `healthy facts are healthy, so that every row breaks one thing`() {
        for judgement in [ServerFacts.healthy.judgement, GatewayFacts.healthy.judgement] {
            #expect(judgement.state == .ok && judgement.findings.isEmpty)
        }
    }

    @Test func `every rule that can make the headline has a row`() {
        let rules = RuleTable.rules.map(\.id) + GatewayRuleTable.rules.map(\.id)
        let rows = Set(Situation.ofServers.map(\.rule) + Situation.ofGateways.map(\.rule))
        // They stand below what fails: which path that was, and what about its address may be why.
        let neverHeadlines = [
            "direct-path-fails", "dns-address-changed", "dns-several-machines", "path-overlapping-subnet",
        ]
        #expect(rules.filter { !rows.contains($0) && !neverHeadlines.contains($0) } == [])
        #expect(rows.filter { !rules.contains($0) } == [])
    }

    @Test func `no two rows have the same name`() {
        for names in [Situation.ofServers.map(\.name), Situation.ofGateways.map(\.name)] {
            #expect(Set(names).count == names.count)
        }
    }

    private func expect<Facts>(_ situation: Situation<Facts>) {
        let judgement = situation.facts.judgement
        let headline = judgement.headline
        #expect(headline?.rule == situation.rule, "\(judgement.findings.map(\.rule))")
        #expect(headline?.confidence == situation.confidence)
        #expect(
            situation.first.matches(headline?.remedies.first, situation.facts.names),
            "\(headline?.remedies.first?.line ?? "no step")")
    }

    private func expectNearMisses<Facts>(of situation: Situation<Facts>) {
        #expect(!situation.nearMisses.isEmpty, "\(situation) has no near miss")
        let severity = situation.facts.judgement.headline?.severity ?? .down
        for miss in situation.nearMisses {
            let judgement = miss.facts.judgement
            let rules = judgement.findings.map(\.rule)
            // What may be our own fault stays a note below that.
            let isSaid = judgement.findings.contains { $0.rule == situation.rule && $0.severity <= severity }
            #expect(!isSaid, "\(situation), unless \(miss.name): \(rules)")
            if let rule = miss.rule {
                #expect(rules.first == rule, "\(situation), unless \(miss.name): \(rules)")
            } else {
                #expect(judgement.state == .ok, "\(situation), unless \(miss.name): \(rules)")
            }
        }
    }
}
