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
            [TraceLines.heading] + steps.flatMap(TraceLines.lines)
            + TraceLines.verdict(judgement, of: sample.server)
        try expectGolden(lines.joined(separator: "\n") + "\n", "trace.txt")
    }

    @Test func `no line of a trace holds a control character`() {
        for line in steps.flatMap(TraceLines.lines) {
            #expect(line.unicodeScalars.allSatisfy(CleanText.isSafe), "\(line)")
        }
    }

    @Test func `at most 64 bytes are shown, and the rest is counted`() {
        let step = ProbeStep(
            layer: .tls, microseconds: 0, event: .received([UInt8](repeating: 0x41, count: 100), total: 4_000))
        let lines = TraceLines.lines(for: step)
        #expect(lines.count == 6)
        #expect(lines.last?.hasSuffix("and 3936 more") == true)
    }

    @Test func `the verdict of an expired certificate says since when`() {
        let sample = ServerSample.certificateExpired("a.example", "192.0.2.1")
        let judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
        let lines = TraceLines.verdict(judgement, of: sample.server)
        #expect(lines.contains("  cert    ended 2d 5h ago"))
    }
}
