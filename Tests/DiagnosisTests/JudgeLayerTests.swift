import Diagnosis
import FleetModel
import Foundation
import TestSupport
import Testing

@Suite struct JudgeLayerTests {
    @Test("Every layer, variant and path is judged as its table says", arguments: LayerSample.all)
    func servers(_ sample: LayerSample) {
        let judgement = sample.judgement
        #expect(judgement.state == sample.state)
        #expect(judgement.cells.signs == sample.signs)
        #expect(judgement.headline?.rule == sample.rule, "\(judgement.findings.map(\.rule))")
        let isBehind = sample.server.path == .gateway && sample.state == .down
        #expect(judgement.behind == (isBehind ? "rdgw-fra-1" : nil))
    }

    @Test func `a finding is never worse than the state, and the worst comes first`() {
        for sample in LayerSample.all {
            let severities = sample.judgement.findings.map(\.severity)
            #expect(severities == severities.sorted(), "\(sample)")
            if sample.state == .warning || sample.state == .ok { #expect(!severities.contains(.down), "\(sample)") }
            if sample.state == .ok { #expect(severities.allSatisfy { $0 == .note }, "\(sample)") }
        }
    }

    @Test func `of two paths the second finding says which one fails`() {
        let direct = LayerSample.path(.both, .ok, "..T:::::.", .warning, "tcp-filtered", failing: 4).judgement
        #expect(direct.findings.map(\.rule) == ["tcp-filtered", "direct-path-fails"])
        let both = LayerSample.path(.both, .down, "..T:::::R", .down, "tcp-filtered", failing: 4).judgement
        #expect(both.findings.map(\.rule) == ["tcp-filtered", "gateway-path-fails"])
        #expect(both.behind == nil)
    }

    @Test func `a server behind a gateway says what is wrong with that`() {
        let finding = LayerSample.path(.gateway, .down, "--------R", .down, "behind-gateway").judgement.headline
        #expect(finding?.medium == "behind rdgw-fra-1, which is down")
        #expect(finding?.evidence.first == "gateway rdgw-fra-1: TCP 443 refused at once")
        #expect(finding?.layer == .gateway)
        // At night nobody should have to look for the gateway to see what to do.
        #expect(
            finding?.remedies.dropFirst().first?.line
                == "On the gateway, its service must be running: Get-Service TSGateway")
    }

    @Test func `an expired certificate on one of two paths is a warning`() {
        var sample = LayerSample.path(.both, .ok, "", .warning, "certificate-expired")
        sample.snapshot.certificate?.facts?.leaf.notAfter = SampleFleet.now - .days(1)
        #expect(sample.judgement.state == .warning)
        #expect(sample.judgement.findings.map(\.rule) == ["certificate-expired", "direct-path-fails"])
        #expect(sample.judgement.cells[.certificate] == .failed(.expired))
    }

    @Test func `what is expected of NLA or UDP is the only thing that makes UDP a warning`() {
        var sample = LayerSample.healthy
        sample.snapshot.ping?.failure = .timedOut
        sample.snapshot.ping?.facts?.received = 0
        sample.snapshot.udp?.failure = .timedOut
        #expect(sample.judgement.state == .ok)
        #expect(sample.judgement.findings.map(\.severity) == [.note, .note])
        sample.server.policy.expectedUDP = true
        #expect(sample.judgement.state == .warning)
        #expect(sample.judgement.findings.map(\.rule) == ["udp-expected", "ping-unanswered"])
    }

    @Test func `a ping that is not permitted is evidence of what fails, and no finding`() {
        var sample = LayerSample.path(.direct, nil, "", .down, "tcp-filtered", failing: 4)
        sample.snapshot.ping?.failure = .ourFault(.notPermitted)
        #expect(
            sample.judgement.headline?.evidence.contains(
                "ping: not permitted here, see net.ipv4.ping_group_range") == true)
        #expect(sample.judgement.findings.map(\.rule) == ["tcp-silent"])
    }

    @Test func `a name with several addresses or an alias makes another computer only possible`() {
        let sample = LayerSample.all.first { $0.title == "another computer" }
        var alias = sample
        alias?.snapshot.dns?.facts?.ipv4?.aliases = ["farm.corp.example"]
        var farm = sample
        farm?.snapshot.dns?.facts?.addresses = ["10.20.4.7", "10.20.4.8"].map(SampleFleet.ipAddress)
        #expect(sample?.judgement.headline?.confidence == .likely)
        #expect(alias?.judgement.headline?.confidence == .possible)
        #expect(farm?.judgement.headline?.confidence == .possible)
        #expect(sample?.judgement.findings.map(\.rule).contains("certificate-other-computer") == false)
    }

    @Test func `variants are evidence of the failure that they were to explain, one line each`() {
        let sample = LayerSample.all.first { $0.title == "shakes hands only without its name" }
        let lines = sample?.judgement.headline?.evidence.filter { $0.hasPrefix("again") }
        #expect(
            lines == [
                "again offering TLS 1.2 at most: TLS failed: closed by the peer",
                "again without the server's name: passed, TLS 1.2",
            ])
    }

    @Test func `what variants have shown stands in the place of what the failure alone may mean`() {
        for sample in LayerSample.variants where sample.rule?.hasPrefix("variant-") == true {
            let down = sample.judgement.findings.filter { $0.severity == .down }
            #expect(down.map(\.rule) == [sample.rule], "\(sample)")
        }
    }

    @Test func `an answer of NLA that begins and does not end is not called silence`() {
        let finding = LayerSample.all.first { $0.title == "CredSSP: half an answer" }?.judgement.headline
        #expect(finding?.medium == "the NLA answer begins and never ends")
        #expect(finding?.evidence.contains("NLA: the answer did not end within 5.0 s, 7 bytes received") == true)
    }

    @Test func `a build that FreeRDP says, too, does not make a Windows of the server`() {
        var sample = LayerSample.healthy
        sample.snapshot.tls = SampleFleet.seen(SampleFleet.handshake(0x0303), 31_450)
        sample.snapshot.nla?.facts?.build = WindowsBuild(major: 6, minor: 1, build: 7601)
        #expect(sample.judgement.headline?.rule == "nla-out-of-support")
        #expect(sample.judgement.headline?.confidence == .possible)
        sample.snapshot.nla?.facts?.build = WindowsBuild(major: 6, minor: 3, build: 9600)
        #expect(sample.judgement.headline?.confidence == .likely)
    }

    @Test func `what changes the server never stands before what only looks`() {
        let looks = ["qwinsta", "Get-", "(Get-Item", "netstat", "tasklist", "rsop.msc", "w32tm /query"]
        let changes = ["Start-Service", "Restart-Service", "Set-", "Enable-", "Remove-Item", "reg delete"]
        for finding in LayerSample.all.flatMap(\.judgement.findings) + GatewaySample.all.flatMap(\.judgement.findings) {
            let commands = finding.remedies.map(\.line).compactMap { line in
                line.range(of: ": ", options: .backwards).map { String(line[$0.upperBound...]) }
            }
            let firstChange = commands.firstIndex { command in changes.contains { command.hasPrefix($0) } }
            let lastLook = commands.lastIndex { command in looks.contains { command.hasPrefix($0) } }
            if let firstChange, let lastLook { #expect(lastLook < firstChange, "\(finding.rule): \(commands)") }
        }
    }

    @Test func `no word is said of whether updates are installed`() {
        for finding in LayerSample.all.flatMap(\.judgement.findings) where finding.layer == .nla {
            #expect(!finding.long.lowercased().contains("patch") && !finding.medium.lowercased().contains("patch"))
        }
    }
}
