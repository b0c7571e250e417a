import Diagnosis
import FleetModel
import TestSupport

/// A finding with what it was found in.
struct RenderedFinding: Sendable, CustomStringConvertible {
    /// The sample or the situation.
    var title: String
    /// The server or the gateway.
    var name: String
    var finding: Finding

    var description: String { "\(finding.rule), \(title)" }

    /// What every rule says of every sample and every row of the truth tables.
    static let all: [RenderedFinding] =
        SampleFleet.scenarios.flatMap { sample in
            let judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            return list(sample.title, sample.server.name, judgement)
        }
        + LayerSample.all.flatMap { list($0.title, $0.server.name, $0.judgement) }
        + GatewaySample.all.flatMap { list($0.title, $0.gateway.name, $0.judgement) }
        + Situation.ofServers.flatMap { list($0.name, $0.facts.server.name, $0.facts.judgement) }
        + Situation.ofGateways.flatMap { list($0.name, $0.facts.gateway.name, $0.facts.judgement) }

    private static func list(_ title: String, _ name: String, _ judgement: Judgement) -> [RenderedFinding] {
        judgement.findings.map { RenderedFinding(title: title, name: name, finding: $0) }
    }
}
