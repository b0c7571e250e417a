import Diagnosis
import FleetModel
import TestSupport
import Testing

@Suite struct JudgeTests {
    @Test("Every sample is judged as its table says", arguments: SampleFleet.scenarios)
    func samples(_ sample: ServerSample) {
        let judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
        #expect(judgement.state == sample.state)
        #expect(judgement.cells.signs == sample.signs)
        #expect(judgement.headline?.rule == sample.rule)
        #expect(judgement.headline?.short ?? "" == sample.short)
        #expect(judgement.headline?.medium ?? "" == sample.medium)
        #expect(judgement.certificateLeft == sample.judgement.certificateLeft || sample.server.path == .gateway)
    }

    @Test func `judging twice gives the same`() {
        for sample in SampleFleet.scenarios {
            let first = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            let second = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            #expect(first == second)
        }
    }

    @Test func `a cell is "not reached" exactly when a layer it needs has failed`() {
        for sample in SampleFleet.scenarios where sample.server.path != .gateway {
            let cells = judge(sample.snapshot, of: sample.server, now: SampleFleet.now).cells
            for layer in Layer.allCases {
                var need = layer.need
                var isBlocked = false
                while let current = need {
                    if case .failed = cells[current] { isBlocked = true }
                    need = current.need
                }
                #expect((cells[layer] == .notReached) == isBlocked, "\(sample.title), \(layer)")
            }
        }
    }

    @Test func `a bad certificate never blocks NLA`() {
        let cells = judged(.certificateExpired("a.example", "192.0.2.1")).cells
        #expect(cells[.certificate] == .failed(.expired))
        #expect(cells[.nla] == .unknown)
    }

    @Test("Every failure of a blocking layer is said, and is DOWN", arguments: [Layer.dns, .tcp, .x224, .tls])
    func everyFailure(at layer: Layer) {
        let server = SampleFleet.server("ts07.corp.example")
        for failure in everyLayerFailure {
            let snapshot = SampleFleet.failedSnapshot(of: server, at: "192.0.2.7", layer: layer, failure)
            let judgement = judge(snapshot, of: server, now: SampleFleet.now)
            let down = judgement.findings.filter { $0.severity == .down }
            if case .ourFault = failure {
                #expect(judgement.state == .unknown, "\(failure)")
                #expect(judgement.cells[layer] == .unknown, "\(failure)")
                #expect(judgement.headline?.rule == "our-fault", "\(failure)")
            } else {
                #expect(judgement.state == .down, "\(failure)")
                #expect(down.count == 1, "\(failure): \(down.map(\.rule))")
                #expect(judgement.headline?.layer == layer, "\(failure)")
            }
        }
    }

    @Test
    func `probing on with an old address is a warning, whether or not the resolver's silence is kept as a failure`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.dns?.facts?.source = .stale
        #expect(judged(sample).cells.signs == "!?....??-")
        sample.snapshot?.dns?.failure = .resolverSilent
        #expect(judged(sample).cells.signs == "!?....??-")
        #expect(judged(sample).findings.map(\.rule) == ["dns-stale"])
        #expect(judged(sample).state == .warning)
    }

    @Test func `a certificate of which nothing can be read is said with evidence`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.certificate = SampleFleet.failed(nil, .certificate(.unreadable), 900)
        #expect(judged(sample).state == .warning)
        #expect(judged(sample).headline?.rule == "certificate-unreadable")
        #expect(judged(sample).headline?.evidence == ["certificate: a part cannot be read"])
    }

    @Test func `an answer that never ended is evidence, not silence`() {
        let evidence = judged(.unfinishedAnswer("a.example", "192.0.2.1")).headline?.evidence ?? []
        #expect(evidence.contains("X.224: the answer did not end within 5.0 s, 5 bytes received"))
        #expect(evidence.contains("answer begins: 03 00 00 13 0e"))
        var long = ServerSample.unfinishedAnswer("a.example", "192.0.2.1")
        long.snapshot?.x224?.facts?.firstBytes = [0x03] + [UInt8](repeating: 0, count: 63)
        #expect(
            judged(long).headline?.evidence.contains(
                "X.224: the answer did not end within 5.0 s, 64 bytes or more received") == true)
    }

    @Test func `a first failure is unconfirmed, an expired certificate is not`() {
        var refused = ServerSample.tcpRefused("a.example", "192.0.2.1")
        refused.snapshot?.consecutiveFailures = 1
        #expect(judged(refused).state == .unconfirmed)
        var expired = ServerSample.certificateExpired("a.example", "192.0.2.1")
        expired.snapshot?.consecutiveFailures = 1
        #expect(judged(expired).state == .down)
    }

    @Test func `a certificate is valid up to and including its last moment`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now
        #expect(judged(sample).state == .warning)
        sample.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now - .milliseconds(1)
        #expect(judged(sample).state == .down)
        sample.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(14)
        #expect(judged(sample).headline?.rule == "certificate-ends")
        sample.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(30)
        #expect(judged(sample).headline == nil)
    }

    @Test func `everything wrong with a certificate is said at once`() {
        var sample = ServerSample.certificateExpired("a.example", "192.0.2.1")
        sample.snapshot?.certificate?.facts?.problems = [.nameMismatch, .weakKey, .weakSignature]
        sample.snapshot?.certificate?.facts?.nameMatch = .none
        let rules = judged(sample).findings.map(\.rule)
        #expect(
            rules == [
                "certificate-expired", "certificate-name-mismatch", "certificate-weak-key",
                "certificate-weak-signature",
            ])
    }

    @Test func `a long-lived self-signed certificate is renewed by nobody`() {
        var sample = ServerSample.selfSigned("a.example", "192.0.2.1")
        sample.snapshot?.certificate?.facts?.leaf.notBefore = SampleFleet.now - .days(3_000)
        sample.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(2)
        #expect(judged(sample).headline?.rule == "certificate-ends-soon")
    }

    @Test func `an alias that DNS leads to the certificate's name is no other computer`() {
        var sample = ServerSample.selfSigned("rds.corp.example", "192.0.2.1")
        sample.snapshot?.certificate?.facts = SampleFleet.windowsCertificate(for: "ts07.corp.example")
        sample.snapshot?.certificate?.facts?.askedName = "rds.corp.example"
        sample.snapshot?.certificate?.facts?.nameMatch = NameMatch.none
        #expect(judged(sample).headline?.rule == "certificate-other-computer")
        sample.snapshot?.dns?.facts?.ipv4?.aliases = ["TS07.corp.example"]
        #expect(judged(sample).headline?.rule == "certificate-name-differs")
    }

    private func judged(_ sample: ServerSample) -> Judgement {
        judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
    }
}

/// Every failure there is, with each of the small payloads.
let everyLayerFailure: [LayerFailure] =
    [
        .noSuchName, .noAddress, .resolverSilent, .timedOut, .refused, .reset, .closed, .malformed,
        .disconnectInsteadOfTLS, .handshakeFailed, .accessDenied, .blocked, .serverError(503), .tlsTooOld(0x0002),
        .certificate(.expired), .certificate(.unreadable),
    ] + Unreachability.allCases.map(LayerFailure.unreachable) + OurFault.allCases.map(LayerFailure.ourFault)
    + ForeignProtocol.allCases.map(LayerFailure.notRDP)
    + [0, 1, 2, 3, 4, 5, 6, 7, .max].map(LayerFailure.negotiationRefused)
    + [0xC000_0418, 0xDEAD_BEEF].map(LayerFailure.securityError) + [200, 404, 65_535].map(LayerFailure.notAGateway)
    + (UInt8.min ... .max).map(LayerFailure.tlsAlert) + (UInt8.min ... .max).map(LayerFailure.resolverError)
