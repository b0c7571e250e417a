import Diagnosis
import FleetModel
import TestSupport
import Testing

@Suite struct JudgeGatewayTests {
    @Test("Every gateway is judged as its table says", arguments: GatewaySample.all)
    func gateways(_ sample: GatewaySample) {
        let judgement = sample.judgement
        #expect(judgement.state == sample.state)
        #expect(judgement.cells.signs == sample.signs)
        #expect(judgement.headline?.rule == sample.rule, "\(judgement.findings.map(\.rule))")
        #expect(judgement.behind == nil)
    }

    @Test("Every failure of every layer of a gateway is said, once as what stops users", arguments: everyLayerFailure)
    func everyFailure(_ failure: LayerFailure) {
        for layer in [Layer.dns, .tcp, .tls, .gateway] {
            var sample = GatewaySample.healthy
            switch layer {
            case .dns:
                sample.failAtTCP(.timedOut, failures: 4)
                sample.snapshot?.tcp = nil
                sample.snapshot?.dns = SampleFleet.failed(nil, failure, 1_000)
            case .tcp: sample.failAtTCP(failure, failures: 4)
            case .tls: sample.failAtTLS(failure)
            case .gateway:
                sample.snapshot?.transport = SampleFleet.failed(HTTPFacts(request: .transport), failure, 1_000)
                sample.snapshot?.consecutiveFailures = 4
            case .ping, .x224, .certificate, .nla, .udp: break
            }
            let judgement = sample.judgement
            let down = judgement.findings.filter { $0.severity == .down }
            if case .ourFault = failure {
                #expect(judgement.state == .unknown, "\(layer)")
                #expect(judgement.headline?.rule == "gateway-our-fault", "\(layer)")
            } else {
                #expect(judgement.state == .down, "\(layer)")
                #expect(down.count == 1, "\(layer): \(down.map(\.rule))")
                #expect(down.first?.layer == layer, "\(layer)")
            }
        }
    }

    @Test(
        "No sign says nothing, one is possible and a note, more are likely and a warning",
        arguments: zip(
            [GatewaySample.healthy] + GatewaySample.interceptions,
            [nil, .possible, .possible, .likely, .possible, .likely] as [Confidence?]))
    func interception(_ sample: GatewaySample, _ confidence: Confidence?) {
        let finding = sample.judgement.findings.first { $0.rule == "gateway-interception" }
        #expect(finding?.confidence == confidence)
        #expect(finding?.severity == confidence.map { $0 == .likely ? .warning : .note })
        let count = sample.title.hasPrefix("two") ? 2 : confidence == nil ? 0 : 1
        #expect(finding?.evidence.count ?? 0 == count)
    }

    @Test func `an authority of the fleet file that did not sign is a sign, and so is a 401 without Negotiate`() {
        var sample = GatewaySample.healthy
        sample.gateway.policy.authorities = ["/etc/rdptop/corp-root.pem"]
        #expect(sample.judgement.findings.isEmpty)
        sample.snapshot?.certificate?.facts?.trust = .unknownAuthority("CN=Inspection")
        sample.snapshot?.certificate?.facts?.problems = [.untrusted]
        sample.snapshot?.transport?.facts?.schemes = []
        let finding = sample.judgement.findings.first { $0.rule == "gateway-interception" }
        #expect(finding?.evidence.count == 2)
        #expect(finding?.confidence == .likely)
    }

    @Test func `an answer without a length is called what it is: by design`() {
        let sample = GatewaySample.all.first { $0.title == "a 200 without a length" }
        #expect(
            sample?.judgement.headline?.evidence.contains(
                "the answer has no Content-Length, which is by design at a gateway and no fault") == true)
    }

    @Test func `only IIS makes a missing role likely`() {
        let iis = GatewaySample.all.first { $0.title == "HTTP 404 of IIS" }
        let nginx = GatewaySample.all.first { $0.title == "HTTP 404 of nginx" }
        #expect(iis?.judgement.headline?.confidence == .likely)
        #expect(nginx?.judgement.headline?.confidence == .possible)
    }

    @Test func `a gateway's certificate of Windows' own shape is counted down, since nothing renews it`() {
        let sample = GatewaySample.changed("", "", .warning, nil) {
            $0.snapshot?.certificate = SampleFleet.seen(
                SampleFleet.windowsCertificate(for: GatewaySample.gateway.host, left: .days(10)), 900)
            $0.snapshot?.dtls = nil
        }
        #expect(sample.judgement.headline?.rule == "gateway-certificate-ends-soon")
        #expect(sample.judgement.certificateLeft == .days(10))
    }

    @Test func `remedies of gateways name the gateway's own tools`() {
        for finding in GatewaySample.all.flatMap(\.judgement.findings) {
            for line in finding.remedies.map(\.line) {
                #expect(!line.contains("TermService") && !line.contains("RDP-Tcp"), "\(finding.rule): \(line)")
            }
        }
    }
}
