import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct NagiosReportTests {
    private static func lines(_ report: SnapshotReport, _ format: NagiosReport = NagiosReport()) -> [Substring] {
        format.text(of: report).split(separator: "\n")
    }

    /// A report of one server, whose certificate ends in some days.
    private static func report(days: Int64?, _ state: ServerState = .ok) -> SnapshotReport {
        var report = SampleReport.verdict
        report.statuses = [ServerSample.healthy("ts07.corp.example", "10.20.4.7").status]
        report.statuses[0].judgement.state = state
        report.statuses[0].judgement.certificateLeft = days.map { .days($0) + .hours(1) }
        return report
    }

    @Test func `one line, one bar, and less than four kilobytes, whatever a fleet says`() {
        for report in [
            SampleReport.dozen, SampleReport.hostile, SampleReport.watched, SampleReport.poisoned, SampleReport.empty,
            SampleReport.verdict,
        ] {
            let lines = Self.lines(report)
            #expect(lines[0].count < 200 && lines[0].hasPrefix("RDP "))
            #expect(lines.joined().filter { $0 == "|" }.count == 1)
            #expect(NagiosReport().text(of: report).utf8.count < 4_096)
            #expect(!lines.joined().contains { "<>\\".contains($0) })
        }
    }

    @Test(
        "The worst of state and ranges is told",
        arguments: [
            (ServerState.ok, 40, NagiosState.ok), (.ok, 20, .warning), (.ok, 30, .ok), (.ok, 29, .warning),
            (.ok, 6, .critical), (.ok, 7, .warning), (.ok, -18, .critical), (.warning, 40, .warning),
            (.down, 40, .critical), (.unknown, 20, .unknown), (.unconfirmed, 40, .unknown),
            (.unknown, 6, .critical),
        ] as [(ServerState, Int64, NagiosState)])
    func state(_ state: ServerState, days: Int64, expected: NagiosState) throws {
        let format = NagiosReport(warning: try .parse("30:"), critical: try .parse("7:"))
        let report = Self.report(days: days, state)
        #expect(format.state(of: report) == expected)
        let line = Self.lines(report, format)[0]
        #expect(line.hasPrefix("RDP \(expected.word) - ts07.corp.example: "))
        #expect(line.contains("| cert_days=\(days);30:;7: tcp="))
    }

    @Test func `a gateway that decides the state of one server is named first, and told of`() throws {
        var report = Self.report(days: 40)
        report.gateways = [SampleFleet.workingGateway("rdgw-nyc-1"), SampleFleet.refusedGateway()]
        let lines = Self.lines(report)
        let verdict = try #require(report.gateways[1].judgement.headline?.medium)
        #expect(lines[0].hasPrefix("RDP CRITICAL - gateway rdgw-fra-1: \(verdict), certificate "))
        #expect(lines[0].contains(" d left; ts07.corp.example: "))
        #expect(lines.contains("DOWN gateway rdgw-fra-1: \(verdict)"))
        // Where the server says it itself, nothing stands before it.
        report.statuses[0].judgement.state = .down
        #expect(Self.lines(report)[0].hasPrefix("RDP CRITICAL - ts07.corp.example: "))
    }

    @Test func `a certificate that decides the state of a fleet is named`() throws {
        var report = Self.report(days: 40)
        report.gateways = [SampleFleet.workingGateway("rdgw-nyc-1")]
        report.gateways[0].judgement.state = .ok
        report.gateways[0].judgement.certificateLeft = .days(5) + .hours(1)
        let format = NagiosReport(critical: try .parse("7:"))
        for servers in [1, 2] {
            report.statuses = Array(repeating: report.statuses[0], count: servers)
            let line = Self.lines(report, format)[0]
            #expect(line.hasPrefix("RDP CRITICAL - gateway rdgw-nyc-1: "))
            #expect(line.contains(", certificate 5 d left; "))
        }
    }

    @Test("With a forecast the state is that of mstsc", arguments: Forecast.Ending.allCases)
    func stateOfMstsc(_ ending: Forecast.Ending) throws {
        var report = Self.report(days: 40, .warning)
        report.gateways = [SampleFleet.refusedGateway()]
        report.forecast = Forecast(
            file: ConnectionFile(source: "kiosk.rdp", name: "ts07.corp.example"),
            steps: [
                Forecast.Step(
                    .tcp, rule: "tcp-ok", .passes, short: "open", words: "The port is open.", confidence: .certain)
            ], ending: ending, verdict: "what mstsc does")
        let expected = NagiosState(ending.state)
        #expect(NagiosReport().state(of: report) == expected)
        let lines = Self.lines(report)
        #expect(lines[0].hasPrefix("RDP \(expected.word) - kiosk.rdp: what mstsc does"))
        #expect(lines.contains("TCP passes: The port is open."))
        // Somebody asked for the days.
        let line = Self.lines(report, NagiosReport(critical: try .parse("50:")))[0]
        let isDecided = expected != .critical
        #expect(line.hasPrefix("RDP CRITICAL - " + (isDecided ? "ts07.corp.example: " : "kiosk.rdp: ")))
    }

    @Test func `a report of nothing is not known`() {
        #expect(NagiosReport().state(of: SampleReport.empty) == .unknown)
    }

    @Test func `performance data say what was not measured`() {
        var report = Self.report(days: nil)
        report.statuses[0].snapshot = nil
        #expect(Self.lines(report)[0].hasSuffix(" | cert_days=U"))
    }

    @Test(
        "A range alerts as the guidelines say",
        arguments: [
            ("10", [0, 10], [-1, 11]), ("10:", [10, 1_000], [9, -3]), ("~:10", [-1_000, 10], [11]),
            ("10:20", [10, 20], [9, 21]), ("@10:20", [9, 21], [10, 15, 20]), (":5", [0, 5], [-1, 6]),
            ("-5:-1", [-5, -1], [-6, 0]), ("0.5:1.5", [1], [0, 2]),
        ] as [(String, [Double], [Double])])
    func range(_ text: String, quiet: [Double], alerting: [Double]) throws {
        let range = try NagiosRange.parse(text)
        #expect(!quiet.contains(where: range.alerts))
        #expect(alerting.allSatisfy(range.alerts))
        #expect(range.description == text)
    }

    @Test(arguments: ["", "@", "a", "1:2:3", "20:10", "nan", "inf:", "0x10", "1e9", "--1", "~", "10:~", "1 |x"])
    func `what is no range is refused`(text: String) {
        #expect(throws: NagiosRange.Mistake.self) { try NagiosRange.parse(text) }
    }
}
