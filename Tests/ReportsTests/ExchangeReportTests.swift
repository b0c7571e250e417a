import Diagnosis
import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct ExchangeReportTests {
    private static let began = SampleFleet.now - .seconds(192) + .milliseconds(40)
    private static let flow = WireEvent.Flow(
        transport: .tcp, local: SocketEndpoint(address: .ipv4Loopback, port: 51_344),
        peer: SocketEndpoint(address: .ipv4Loopback, port: 3389))

    private static let steps: [ProbeStep] = {
        let passed = LayerOutcome(failure: nil, microseconds: 1_210, at: began)
        let cut = LayerOutcome(failure: .reset, microseconds: 9_300, at: began)
        return [
            ProbeStep(layer: .dns, microseconds: 0, event: .began("rdsh-nyc-009.corp.example, A and AAAA")),
            ProbeStep(layer: .dns, microseconds: 1_210, event: .ended(passed)),
            ProbeStep(layer: .x224, microseconds: 13_200, event: .sent([3, 0, 0, 44], total: 44)),
            ProbeStep(layer: .x224, microseconds: 27_320, event: .received([3, 0, 0, 19], total: 19)),
            ProbeStep(layer: .tls, microseconds: 27_400, event: .sent([0x16, 0x03, 0x01], total: 1_787)),
            ProbeStep(layer: .tls, microseconds: 36_700, event: .closed(by: .server)),
            ProbeStep(layer: .tls, microseconds: 36_700, event: .ended(cut)),
        ]
    }()

    private static func record(_ steps: [ProbeStep], received: Int = 19) -> ExchangeRecord {
        var record = ExchangeRecord()
        for step in steps { record.take(step) }
        let kinds: [WireEvent.Kind] = [
            .opened, .sent([UInt8](repeating: 3, count: 44)), .received([UInt8](repeating: 3, count: received)), .reset,
        ]
        for kind in kinds { record.take(WireEvent(flow: flow, microseconds: 1, kind: kind)) }
        return record
    }

    private static func report(received: Int = 19, isDemo: Bool = false, name: String? = nil) throws -> ExchangeReport {
        let sample = ServerSample.tlsCut(name ?? "rdsh-nyc-009.corp.example", "10.30.2.9")
        var snapshot = try #require(sample.snapshot)
        snapshot.began = began
        var exchange = FailedExchange(.server(snapshot), record(steps, received: received))
        exchange.append(
            record([ProbeStep(layer: .x224, microseconds: 900, event: .sent([], total: 44))]),
            title: "One more connection, which asks for TLS alone: is NLA required, or only offered?",
            began: began + .seconds(1))
        let judgement = judge(snapshot, of: sample.server, now: snapshot.ended)
        return ExchangeReport(
            exchange, of: .server(sample.server, judgement), version: "0.1.0", now: SampleFleet.now, isDemo: isDemo)
    }

    @Test func `the trace of a failed exchange is written as recorded`() throws {
        try expectGolden(try Self.report().trace, "exchange.txt")
    }

    @Test func `its steps and its verdict are the lines of rdptop trace`() throws {
        let report = try Self.report()
        let lines = report.trace.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let printed = [TraceLines.heading] + Self.steps.flatMap { TraceLines.lines(for: $0) }
        let start = try #require(lines.firstIndex(of: TraceLines.heading))
        #expect(Array(lines[start...].prefix(printed.count)) == printed)
        guard case .server(let server, let judgement) = report.subject,
            case .server(let snapshot) = report.exchange.subject
        else {
            Issue.record("not of a server")
            return
        }
        let verdict = TraceLines.verdict(judgement, of: server, snapshot: snapshot)
        #expect(Array(lines.dropLast().suffix(verdict.count)) == verdict)
    }

    @Test func `the head of a recording says whose it is, when, what it means, and what is not in it`() throws {
        #expect(
            try Self.report().about == [
                "The last failed exchange with rdsh-nyc-009.corp.example, kept by rdptop 0.1.0.",
                "It began at 2026-11-23T09:26:48.040Z, and was written 3m 11s later.",
                "That probe by itself means: DOWN, cut after ClientHello, no alert "
                    + "(likely: a documented cause that matches what was seen).",
                "Payload: 88 bytes sent, 38 received, which is all of it.",
                "No secrets of TLS are inside: what travelled in TLS stays encrypted.",
            ])
    }

    @Test func `what was cut is said with its number`() throws {
        let report = try Self.report(received: 20_000)
        #expect(report.exchange.bytesLeftOut == 20_000 + 44 - 16_384 + 44 + 19)
        #expect(
            report.about[3]
                == "Payload: 44 bytes sent, 16340 received; 3723 bytes after them are not in it, as 16 KiB are kept.")
        #expect(report.trace.contains("payload 44 bytes sent, 16340 received; 3723 bytes after them"))
    }

    @Test func `a simulated server is said to be one`() throws {
        let report = try Self.report(isDemo: true)
        #expect(report.about.first == "DEMO: a simulated server on this machine.")
        #expect(report.trace.hasPrefix("DEMO: a simulated server on this machine.\n"))
    }

    @Test func `a hostile name stays on its line`() throws {
        let report = try Self.report(name: "ts\u{1B}[2J\n\u{202E}pcap\u{0}")
        for line in report.about + report.trace.split(separator: "\n").map(String.init) {
            #expect(line.unicodeScalars.allSatisfy(CleanText.isSafe), "\(line)")
        }
    }

    @Test func `a gateway has its own verdict`() throws {
        let status = SampleFleet.refusedGateway()
        let exchange = FailedExchange(.gateway(try #require(status.snapshot)), Self.record([]))
        let report = ExchangeReport(
            exchange, of: .gateway(status.gateway, status.judgement), version: "0.1.0", now: SampleFleet.now,
            isDemo: false)
        #expect(report.about[0].contains("with the gateway \(status.gateway.name)"))
        let lines = TraceLines.gateway(
            GatewayStatus(gateway: status.gateway, snapshot: status.snapshot, judgement: status.judgement))
        #expect(report.trace.hasSuffix(lines.joined(separator: "\n") + "\n"))
    }
}
