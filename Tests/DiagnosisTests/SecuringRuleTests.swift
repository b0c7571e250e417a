@testable import Diagnosis
import FleetModel
import TestSupport
import Testing

/// What every rule about securing a connection must say: TLS, asking in other ways, the certificate and NLA.
@Suite struct SecuringRuleTests {
    @Test func `every finding says what users see, and what it is not`() {
        for (title, finding) in Self.findings {
            #expect(!finding.symptoms.isEmpty, "\(title): \(finding.rule)")
            #expect(!finding.isNot.isEmpty, "\(title): \(finding.rule)")
        }
    }

    @Test func `a step is more than its command`() {
        for (title, finding) in Self.findings {
            for step in finding.remedies { #expect(step.text.count >= 20, "\(title): \(step.line)") }
        }
    }

    @Test func `there are findings of every rule`() {
        #expect(Self.identifiers.subtracting(Self.findings.map(\.finding.rule)) == [])
    }

    @Test(
        "An alert is shown as the code by which Schannel reports it",
        arguments: [
            (40, 0x8009_0326), (48, 0x8009_0325), (70, 0x8009_0302), (71, 0x8009_0331), (80, 0x8009_0304),
            (45, 0x8009_0328), (44, 0x8009_2010), (120, 0x8009_0367),
        ] as [(UInt8, UInt32)])
    func alerts(_ number: UInt8, _ code: UInt32) throws {
        let finding = try #require(headline(of: .tlsAlert(number)))
        #expect(finding.layer == .tls)
        #expect(finding.symptoms.flatMap(\.codes) == [UserCode(code)])
    }

    @Test func `an alert without a documented code claims none`() throws {
        let finding = try #require(headline(of: .tlsAlert(47)))
        #expect(finding.rule == "tls-alert-other" && finding.symptoms.flatMap(\.codes).isEmpty)
    }

    @Test func `what has passed is said of what it is not`() throws {
        let finding = try #require(headline(of: .reset))
        #expect(finding.rule == "tls-cut")
        #expect(finding.isNot.contains { $0.contains("10.20.4.7:3389 accepted the connection") })
        #expect(finding.isNot.contains { $0.contains("chose HYBRID_EX") })
    }

    @Test(
        "Users see of a server that answers only what is obsolete what it does with a current offer",
        arguments: [
            (LayerFailure.reset, [UserCode(0x904, extended: 7), UserCode(0x904, extended: 0)]),
            (.tlsAlert(70), [UserCode(0x8009_0302)]),
            (.tlsTooOld(0x0300), Symptom.nothingInCommon.codes),
        ])
    func obsoleteOnly(_ failure: LayerFailure, _ codes: [UserCode]) throws {
        var facts = ServerFacts.healthy
        facts.tls = failure
        facts.asked(.init(offer: .tls10), failure)
        facts.asked(.init(offer: .obsolete))
        let finding = try #require(facts.judgement.headline)
        #expect(finding.rule == "variant-obsolete")
        #expect(finding.symptoms.flatMap(\.codes) == codes)
    }

    @Test func `that no certificate was shown is said only of what ended before the ServerHello`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.certificate = nil
        sample.snapshot.tls = SampleFleet.failed(TLSFacts(alert: 40, bytesReceived: 7), .tlsAlert(40), 9_000)
        let before = try #require(sample.judgement.headline)
        #expect(before.isNot.contains { $0.hasSuffix("none was shown.") })
        sample.snapshot.tls?.facts?.version = 0x0303
        let after = try #require(sample.judgement.headline)
        #expect(!after.isNot.contains { $0.hasSuffix("none was shown.") })
    }

    @Test func `the whole repair of the keys comes after that of the one key, with its way back`() throws {
        let steps = try #require(headline(of: .reset)).remedies
        #expect(steps.map(\.rank) == [.check, .fix, .fix, .disruptive])
        let whole = try #require(steps.last)
        #expect(whole.command?.contains("icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /save") == true)
        #expect(whole.command?.contains("takeown") == true)
        #expect(whole.undo?.contains("/restore") == true)
        #expect(steps.dropLast().contains { $0.command?.contains("f686*") == true && $0.undo != nil })
    }

    @Test(
        "A server with nothing newer than TLS 1.0 is explained by its build",
        arguments: [
            (WindowsBuild(major: 10, minor: 0, build: 17763), "somebody switched it off"),
            (WindowsBuild(major: 6, minor: 2, build: 9200), "somebody switched it off"),
            (WindowsBuild(major: 6, minor: 1, build: 7600), "only once it is installed"),
            (WindowsBuild(major: 6, minor: 1, build: 7601), "probably switched off there, or missing"),
        ])
    func oldTLS(_ build: WindowsBuild, _ words: String) throws {
        var sample = LayerSample.healthy
        sample.snapshot.nla?.facts?.build = build
        sample.snapshot.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 31_450)
        let finding = try #require(sample.judgement.findings.first { $0.rule == "tls-old-version" })
        #expect(finding.long.contains(words), "\(finding.long)")
    }

    @Test func `a certificate that has ended by our clock only makes the clocks the first thing to look at`() throws {
        var sample = LayerSample.healthy
        sample.snapshot.certificate = SampleFleet.seen(
            SampleFleet.windowsCertificate(for: "ts07.corp.example", left: .hours(-3)), 900)
        sample.snapshot.nla?.facts?.clockSkew = .hours(-4)
        let off = try #require(sample.judgement.headline)
        #expect(off.rule == "certificate-not-renewed" && off.confidence == .possible)
        #expect(off.remedies.first == Remedy.ourClock)
        sample.snapshot.nla?.facts?.clockSkew = .hours(-2)
        let ended = try #require(sample.judgement.headline)
        #expect(ended.rule == "certificate-not-renewed" && ended.confidence == .likely)
        #expect(!ended.remedies.contains(Remedy.ourClock))
    }

    @Test func `an old CredSSP is likely the missing update on an old Windows, and possibly so on anything else`() {
        let found = { (build: WindowsBuild?) -> Confidence? in
            var sample = LayerSample.healthy
            sample.snapshot.nla?.facts?.credSSPVersion = 2
            sample.snapshot.nla?.facts?.build = build
            return sample.judgement.findings.first { $0.rule == "nla-old-version" }?.confidence
        }
        #expect(found(WindowsBuild(major: 10, minor: 0, build: 16299)) == .likely)
        #expect(found(WindowsBuild(major: 10, minor: 0, build: 17134)) == .possible)
        #expect(found(WindowsBuild(major: 6, minor: 1, build: 7601)) == .possible)
        #expect(found(nil) == .possible)
    }

    /// What a server whose handshake failed like this is said to have.
    private func headline(of failure: LayerFailure) -> Finding? {
        let server = SampleFleet.server("ts07.corp.example")
        let snapshot = SampleFleet.failedSnapshot(of: server, at: "10.20.4.7", layer: .tls, failure)
        return judge(snapshot, of: server, now: SampleFleet.now).headline
    }

    /// The identifiers of the rules in these folders.
    private static let identifiers = Set(
        RuleTable.rules.map(\.id).filter { id in
            ["tls-", "variant-", "certificate-", "nla-"].contains { id.hasPrefix($0) }
        })

    /// Their findings of every sample.
    private static let findings: [(title: String, finding: Finding)] = {
        let ofServers = SampleFleet.scenarios.flatMap { sample in
            judge(sample.snapshot, of: sample.server, now: SampleFleet.now).findings.map { (sample.title, $0) }
        }
        let ofLayers = LayerSample.all.flatMap { sample in sample.judgement.findings.map { (sample.title, $0) } }
        return (ofServers + ofLayers).filter { identifiers.contains($0.1.rule) }
    }()
}
