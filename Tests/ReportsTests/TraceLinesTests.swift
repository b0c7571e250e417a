import Diagnosis
import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct TraceLinesTests {
    private let steps: [ProbeStep] = {
        let request: [UInt8] = [
            0x03, 0x00, 0x00, 0x2C, 0x27, 0xE0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x43, 0x6F, 0x6F, 0x6B, 0x69, 0x65, 0x3A,
            0x20, 0x6D, 0x73, 0x74, 0x73, 0x68, 0x61, 0x73, 0x68, 0x3D, 0x72, 0x64, 0x70, 0x74, 0x6F, 0x70, 0x0D, 0x0A,
            0x01, 0x00, 0x08, 0x00, 0x0B, 0x00, 0x00, 0x00,
        ]
        let passed = LayerOutcome(failure: nil, microseconds: 1_210, at: SampleFleet.now)
        let failed = LayerOutcome(failure: .reset, microseconds: 9_300, at: SampleFleet.now)
        return [
            ProbeStep(layer: .dns, microseconds: 0, event: .began("rdsh-nyc-009.corp.example, A and AAAA")),
            ProbeStep(layer: .dns, microseconds: 1_210, event: .ended(passed)),
            ProbeStep(layer: .tcp, microseconds: 1_300, event: .began("10.30.2.9:3389")),
            ProbeStep(layer: .tcp, microseconds: 13_140, event: .note("connected from 10.1.1.9:51344")),
            ProbeStep(layer: .x224, microseconds: 13_200, event: .sent(request, total: 44)),
            ProbeStep(
                layer: .x224, microseconds: 27_320,
                event: .received(SampleFleet.confirm(.hybridEx).firstBytes, total: 19)),
            ProbeStep(layer: .tls, microseconds: 27_400, event: .sent([0x16, 0x03, 0x01], total: 1_787)),
            ProbeStep(layer: .tls, microseconds: 36_700, event: .closed(by: .server)),
            ProbeStep(layer: .tls, microseconds: 36_700, event: .ended(failed)),
            ProbeStep(layer: .tls, microseconds: 1_234_567_890, event: .note("hostile \u{1B}[2J\ntext")),
            ProbeStep(layer: .certificate, microseconds: 36_700, event: .closed(by: .us)),
        ]
    }()

    @Test func `a trace is written as recorded`() throws {
        let sample = ServerSample.tlsCut("rdsh-nyc-009.corp.example", "10.30.2.9")
        let judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
        let lines =
            [TraceLines.heading] + steps.flatMap { TraceLines.lines(for: $0, verbose: true) }
            + TraceLines.verdict(judgement, of: sample.server, snapshot: sample.snapshot)
        try expectGolden(lines.joined(separator: "\n") + "\n", "trace.txt")
    }

    @Test func `no line of a trace holds a control character`() {
        for line in steps.flatMap({ TraceLines.lines(for: $0, verbose: true) }) {
            #expect(line.unicodeScalars.allSatisfy(CleanText.isSafe), "\(line)")
        }
    }

    @Test func `the bytes that a step has are shown when asked for, and the rest is counted`() {
        let step = ProbeStep(
            layer: .tls, microseconds: 0, event: .received([UInt8](repeating: 0x41, count: 200), total: 4_000))
        #expect(TraceLines.lines(for: step) == ["     0.000  TLS         <- received 4000 bytes"])
        let lines = TraceLines.lines(for: step, verbose: true)
        #expect(lines.count == 15)
        #expect(lines[12].hasSuffix("00b0  41 41 41 41 41 41 41 41 41 41 41 41 41 41 41 41  AAAAAAAAAAAAAAAA"))
        #expect(lines.last?.hasSuffix("and 3800 more") == true)
    }

    @Test func `the verdict names what every layer showed`() throws {
        let sample = SampleFleet.whole
        let lines =
            TraceLines.verdict(sample.judgement, of: sample.server, snapshot: sample.snapshot)
            + TraceLines.variants(SampleFleet.attempts)
            + TraceLines.gateway(SampleFleet.workingGateway()) + TraceLines.gateway(SampleFleet.refusedGateway())
        try expectGolden(lines.joined(separator: "\n") + "\n", "trace-whole.txt")
    }

    @Test func `an alert is called by its name`() {
        var sample = ServerSample.tlsCut("a.example", "192.0.2.1")
        sample.snapshot?.tls?.facts?.alert = 40
        let words = "no acceptable set of security parameters was found"
        #expect(verdict(of: sample).contains("  TLS     alert 40 (handshake_failure): \(words)"))
    }

    @Test func `without attempts there is nothing to say of them`() {
        #expect(TraceLines.variants([]).isEmpty)
    }

    @Test func `a gateway that was not probed has no facts`() {
        let status = GatewayStatus(gateway: Gateway(name: "gw", host: "gw.example"))
        #expect(TraceLines.gateway(status) == ["", "?  gateway gw", "  layers  DPTXSCNUG", "          ?????????"])
    }

    @Test(
        "the answer to the request is named, whatever it was",
        arguments: [
            (.refusal(5), "refused with code 5 (HYBRID_REQUIRED_BY_SERVER)"),
            (.confirm(.standard), "chose RDP, flags 0x1f"),
            (.answering(.withoutNegotiation), "confirmed without negotiation data"),
            (.answering(.foreign(.ssh)), "answered by SSH"),
            (.answering(.malformed), "answer not understood"),
            (.answering(.nothing), "no answer"),
        ] as [(NegotiationFacts, String)])
    func negotiation(_ facts: NegotiationFacts, _ words: String) {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.x224?.facts = facts
        #expect(verdict(of: sample).contains("  X.224   asked for TLS, HYBRID, HYBRID_EX; \(words)"))
    }

    @Test func `an answer that never ended is told from one that makes no sense`() {
        let lines = verdict(of: .unfinishedAnswer("a.example", "192.0.2.1"))
        #expect(lines.contains("  X.224   asked for TLS, HYBRID, HYBRID_EX; answer not finished"))
    }

    @Test func `a handshake that broke after the ServerHello says so`() {
        var sample = ServerSample.tlsCut("a.example", "192.0.2.1")
        sample.snapshot?.tls?.facts?.version = 0x0303
        #expect(verdict(of: sample).contains("  TLS     TLS 1.2; handshake not finished"))
    }

    @Test func `nothing is said of layers that were not seen`() {
        for sample in [ServerSample.tlsCut("a.example", "192.0.2.1"), .tcpRefused("a.example", "192.0.2.1")] {
            #expect(!verdict(of: sample).contains { $0.hasPrefix("  TLS ") || $0.hasPrefix("  cert ") })
        }
        #expect(!verdict(of: .tcpRefused("a.example", "192.0.2.1")).contains { $0.hasPrefix("  X.224 ") })
        #expect(verdict(of: .notProbed("a.example")).count == 4)
    }

    @Test func `the verdict of an expired certificate says since when`() {
        let lines = verdict(of: .certificateExpired("a.example", "192.0.2.1"))
        #expect(
            lines.contains("  cert    CN=a.example, issued by CN=Corp Issuing CA 2; ended 2d 5h ago; trusted"))
        #expect(lines.contains("          valid 2025-11-21T04:30:00Z to 2026-11-21T04:30:00Z, RSA 2048"))
    }

    @Test func `a certificate that the server signed itself is said to be that`() {
        let lines = verdict(of: .selfSigned("a.example", "192.0.2.1"))
        #expect(lines.contains("  cert    CN=a.example, issued by itself; ends in 121d 0h; self-signed"))
    }

    @Test func `a hostile certificate stays on its line`() {
        for line in verdict(of: .hostileCertificate("a.example", "192.0.2.1")) {
            #expect(line.unicodeScalars.allSatisfy(CleanText.isSafe), "\(line)")
        }
    }

    private func verdict(of sample: ServerSample) -> [String] {
        let judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
        return TraceLines.verdict(judgement, of: sample.server, snapshot: sample.snapshot)
    }
}

extension NegotiationFacts {
    fileprivate static func confirm(_ chosen: SecurityProtocols) -> NegotiationFacts { SampleFleet.confirm(chosen) }
    fileprivate static func refusal(_ code: UInt32) -> NegotiationFacts { SampleFleet.refusal(code) }
    fileprivate static func answering(_ answer: Answer) -> NegotiationFacts {
        NegotiationFacts(requested: .modern, answer: answer)
    }
}
