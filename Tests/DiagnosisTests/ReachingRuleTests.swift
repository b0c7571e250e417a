@testable import Diagnosis
import FleetModel
import TestSupport
import Testing

/// What every rule about reaching a server must say: the layers up to the negotiation, the datagrams beside them, the
/// paths, and our own side.
@Suite struct ReachingRuleTests {
    @Test func `every finding says what users see, and every rule what it is not`() {
        for (title, finding) in Self.findings {
            #expect(!finding.isNot.isEmpty, "\(title): \(finding.rule)")
            // What users see behind a gateway, the rules of gateways say.
            #expect(!finding.symptoms.isEmpty || finding.layer == .gateway, "\(title): \(finding.rule)")
        }
    }

    @Test func `a step that ends sessions says so, and one that changes something how to take it back`() {
        for (title, finding) in Self.findings where finding.layer != .gateway {
            for step in finding.remedies where step.rank == .disruptive {
                #expect(step.risk != nil, "\(title): \(step.line)")
            }
            let steps = finding.remedies.filter {
                $0.rank == .fix && ["Set-Item", "Enable-"].contains(where: $0.isBegun)
            }
            for step in steps { #expect(step.undo != nil && step.risk != nil, "\(title): \(step.line)") }
        }
    }

    @Test func `steps for xrdp are for who may run it, and no longer for a proven Windows`() {
        var sample = LayerSample.path(.direct, nil, "", .down, "tcp-silent", failing: 4)
        sample.snapshot.tcp = SampleFleet.failed(TCPFacts(attempts: []), .refused, 900)
        let ofWindows = sample.judgement.headline
        sample.snapshot.nla = nil
        let ofAnybody = sample.judgement.headline
        #expect(ofWindows?.rule == "tcp-refused" && ofAnybody?.rule == "tcp-refused")
        #expect(ofWindows?.remedies.contains { $0.software == .xrdp } == false)
        #expect(ofAnybody?.remedies.contains { $0.command == "sudo ss -ltnp" } == true)
    }

    @Test(
        "A port other than 3389 is in the commands that need it",
        arguments: [("ts07.corp.example", "ts07.corp.example:3390"), ("2001:db8::7", "'[2001:db8::7]:3390'")])
    func ports(_ name: String, _ target: String) {
        let server = Server(name: name, port: 3390)
        let snapshot = SampleFleet.failedSnapshot(of: server, at: "10.20.4.7", layer: .x224, .closed)
        let commands = judge(snapshot, of: server, now: SampleFleet.now).headline?.remedies.compactMap(\.command)
        #expect(commands?.first == "rdptop trace \(target)")
    }

    /// The findings of the rules in these folders, of every sample.
    private static let findings: [(title: String, finding: Finding)] = {
        let identifiers = Set(RuleTable.rules.map(\.id).filter { id in prefixes.contains { id.hasPrefix($0) } })
        let ofServers = SampleFleet.scenarios.flatMap { sample in
            judge(sample.snapshot, of: sample.server, now: SampleFleet.now).findings.map { (sample.title, $0) }
        }
        let ofLayers = LayerSample.all.flatMap { sample in sample.judgement.findings.map { (sample.title, $0) } }
        return (ofServers + ofLayers).filter { identifiers.contains($0.1.rule) }
    }()

    private static let prefixes = [
        "dns-", "tcp-", "ping-", "udp-", "path-", "x224-", "negotiation-", "our-", "layer-failed", "behind-gateway",
        "direct-path-fails", "gateway-path-fails", "gateway-beside", "gateway-not-probed", "gateway-warns",
    ]
}

extension Remedy {
    fileprivate func isBegun(by words: String) -> Bool { command?.hasPrefix(words) ?? false }
}
