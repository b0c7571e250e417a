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
        report.statuses[0].judgement.certificateLeft = days.map { .days($0) + .hours($0 < 0 ? -1 : 1) }
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

    @Test func `a check that was cut short tells what was seen, and is what was asked for at least`() {
        var report = SampleReport.oneLook
        report.cut = CutShort("cut short by the time limit", seen: 2, of: 3)
        let lines = Self.lines(report, NagiosReport(whenCut: .critical))
        #expect(lines[0].hasPrefix("RDP CRITICAL - cut short by the time limit: 2 of 3 servers looked at to the end; "))
        #expect(lines.contains { $0.hasPrefix("DOWN rdsh-fra-002.corp.example: ") })
        report.statuses.removeAll { $0.judgement.state != .ok }
        #expect(NagiosReport(whenCut: .critical).state(of: report) == .critical)
        #expect(NagiosReport(whenCut: .unknown).state(of: report) == .unknown)
        report.cut = nil
        #expect(NagiosReport(whenCut: .critical).state(of: report) == .ok)
    }

    @Test func `a failure that was not checked again says why it is not known`() {
        let report = Self.report(days: nil, .unconfirmed)
        #expect(Self.lines(report)[0].hasPrefix("RDP UNKNOWN - ts07.corp.example: "))
        #expect(Self.lines(report)[0].contains(", failed once and was not checked again"))
    }

    @Test func `of one server only what it shares itself is told`() {
        var report = SampleReport.outage
        report.filter = "sin-002"
        report.statuses.removeAll { $0.server.name != "rdsh-sin-002.corp.example" }
        #expect(!Self.lines(report).contains { $0.contains("24 of 25 down") })
        report.statuses = [SampleReport.outage.statuses[0]]
        #expect(
            Self.lines(report).contains {
                $0.hasPrefix("likely one cause: 24 of 25 down sit behind rdgw-fra-1")
                    && $0.hasSuffix("; this server is one of them")
            })
    }

    @Test func `what people take care of is counted where it is known`() {
        var report = SampleReport.watched
        (report.muted, report.acknowledged) = (2, 3)
        #expect(Self.lines(report)[0].contains(" muted=2 acknowledged=3"))
        let text = PrometheusReport().text(of: report)
        #expect(text.contains("\nrdp_fleet_muted_servers 2\n") && text.contains("\nrdp_fleet_acknowledged_servers 3\n"))
    }

    @Test(arguments: [
        ("cert<14d | is:down", "cert%3C14d %7C is:down"), ("CORP\\ts07 > 1", "CORP%5Cts07 %3E 1"),
        ("25 % lost, 100%", "25 % lost, 100%"), ("50%7Cx", "50%257Cx"), ("%3c", "%253c"),
    ])
    func `what a plugin may not say can still be read`(text: String, encoded: String) {
        #expect(pluginText(text) == encoded)
    }

    @Test func `the codes in it are explained where there are some`() {
        var report = Self.report(days: 40)
        report.filter = "cert<14d | is:down"
        report.commandLine = "rdptop check --only 'cert<14d | is:down' x.yaml"
        let lines = Self.lines(report)
        #expect(lines.contains { $0.contains("by rdptop check --only 'cert%3C14d %7C is:down' x.yaml") })
        #expect(lines.last == "in these lines %3C is less-than, %7C is a bar")
        report.filter = nil
        report.commandLine = nil
        #expect(!Self.lines(report).contains { $0.hasPrefix("in these lines") })
    }

    @Test(arguments: [
        (Span.hours(5), Int64(0), "5h"), (.seconds(-1), -1, "-1h"), (.hours(-30), -1, "-30h"),
        (.days(-2) - .hours(3), -2, "-2d"), (.days(6) + .hours(1), 6, "6d"),
    ])
    func `days are the same in every format`(left: Span, days: Int64, words: String) {
        var report = Self.report(days: 1)
        report.statuses[0].judgement.certificateLeft = left
        #expect(Self.lines(report)[0].contains(" cert_days=\(days) "))
        #expect(JSONReport().text(of: report).contains("\"days_left\": \(days),"))
        #expect(CSVReport().text(of: report).contains(",\(days),\(report.statuses[0].certificateEnds?.iso8601 ?? "")"))
        #expect(TextReport().text(of: report).contains(" \(words)  "))
        #expect(HTMLReport().text(of: report).contains("<td class=\"n\">\(words)</td>"))
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
