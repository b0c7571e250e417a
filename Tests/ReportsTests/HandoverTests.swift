import Diagnosis
import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct HandoverTests {
    /// A fleet in which every server fails, in every way that there is a sample of, under names of the greatest length.
    private static func disaster(_ count: Int) -> SnapshotReport {
        let samples = SampleFleet.many(count)
        let statuses = samples.map { status in
            var status = status
            let name = String(repeating: "x", count: 60) + "." + status.server.name
            status.server = Server(name: name, site: "site of \(name)", owner: "owner of \(name)", runbook: name)
            return status
        }
        let gateways = (0..<40).map { SampleFleet.refusedGateway("rdgw-\($0)") }
        return SnapshotReport(
            fleetName: "disaster", version: "0.1.0", at: SampleFleet.now, filter: "is:down", leftOut: 3,
            statuses: statuses, gateways: gateways, counts: StateCounts(statuses.map(\.judgement)),
            causes: commonCauses(of: statuses, at: SampleFleet.now), watchedSince: SampleFleet.now - .hours(9))
    }

    @Test("has at most 60 lines, whatever the fleet", arguments: [1, 12, 400, 10_000])
    func isShort(_ count: Int) {
        let report = Self.disaster(count)
        let lines = HandoverReport().text(of: report).split(separator: "\n", omittingEmptySubsequences: false)
        // The text ends with a line feed.
        #expect(lines.count - 1 <= HandoverReport.standardLimit)
        #expect(lines.contains("## What to do next"))
    }

    @Test func `says more where there is room for it`() {
        let report = Self.disaster(400)
        let long = HandoverReport(lines: 400).text(of: report)
        #expect(long.count(where: { $0 == "\n" }) > HandoverReport.standardLimit)
        #expect(HandoverReport(lines: 1).text(of: report).count(where: { $0 == "\n" }) <= 60)
    }

    @Test func `has every part in the order in which it is asked for`() {
        let titles = HandoverReport().text(of: SampleReport.outage).split(separator: "\n")
            .filter { $0.hasPrefix("## ") }
        #expect(
            titles == [
                "## What, and since when", "## Why", "## Who is hit", "## What was tried", "## What to do next",
                "## Not tested", "## How this was made",
            ])
    }

    @Test func `puts the gateway before the one server that fails by itself`() throws {
        let lines = HandoverReport().text(of: SampleReport.outage).split(separator: "\n")
        let problems = lines.filter { $0.hasPrefix("- **DOWN, ") }
        #expect(problems.count == 2)
        #expect(try #require(problems.first).hasPrefix("- **DOWN, 24 servers behind rdgw-fra-1:**"))
    }

    @Test func `tells what people have said, and how it goes, when the fleet was watched`() {
        var report = SampleReport.outage
        report.watchedSince = report.at - .hours(2)
        let server = report.statuses[0].server
        #expect(HandoverReport().text(of: report).contains("Nobody has acknowledged or muted anything."))
        report.timeline.append([
            TimelineEvent(
                at: report.at - .minutes(30), kind: .recovered, subject: .server(server.id), text: "was DOWN",
                previous: .down),
            TimelineEvent(
                at: report.at - .minutes(20), kind: .acknowledged, subject: .server(server.id),
                text: "by kim: looking <into> it"),
        ])
        let text = HandoverReport().text(of: report)
        #expect(text.contains("since then 0 servers went down and 1 came back, the last at 09:00Z."))
        #expect(text.contains("acknowledged \(server.name): by kim: looking &lt;into&gt; it"))
        #expect(!text.contains("Nobody has acknowledged"))
    }

    @Test func `says of one look that since when is not known`() {
        #expect(HandoverReport().text(of: SampleReport.oneLook).contains("single look: since when is not known"))
    }

    @Test func `shows no server's own numbers for another`() throws {
        var report = SampleReport.verdict
        let days = [6, 12, 6, 9, 29, 30]
        report.statuses = days.enumerated().map { place, days in
            var status = ServerSample.certificateExpiringSoon("ts0\(place).example", "10.0.0.\(place)").status
            status.judgement.findings[0].medium = "certificate ends in \(days)d"
            status.judgement.findings[0].symptoms = [Symptom([], "a warning \(days) days before", .likely)]
            status.server.runbook = "https://wiki.example/\(place)"
            return status
        }
        let text = HandoverReport().text(of: report)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("- **WARN, 6 servers:**") })
        #expect(
            line.contains(
                "certificate ends in 6d (2), certificate ends in 12d (1), certificate ends in 9d (1), and the like (2)")
        )
        #expect(!text.contains("a warning") && !text.contains("wiki.example"))
        #expect(text.contains("- **ts00.example: certificate ends in 6d.**"))
    }

    @Test func `does not count failures in a row where none was`() {
        var report = SampleReport.verdict
        report.statuses = [ServerSample.certificateExpired("ts01.example", "10.0.0.1").status]
        report.statuses[0].snapshot?.consecutiveFailures = 0
        #expect(report.statuses[0].judgement.state == .down)
        #expect(!HandoverReport().text(of: report).contains("in a row"))
        var other = ServerSample.tcpRefused("ts02.example", "10.0.0.2").status
        other.snapshot?.consecutiveFailures = 3
        report.statuses.append(other)
        #expect(HandoverReport().text(of: report).contains("- Probed again: ts02.example has failed 3 times in a row."))
    }

    @Test(arguments: [
        ("rdptop check x.yaml --format handover", "the same command with `--format html` or `--format markdown`."),
        ("rdptop check x.yaml --format=handover", "the same command with `--format html` or `--format markdown`."),
        ("rdptop x.yaml", "`w` on the board, as HTML."),
    ])
    func `says where the rest stands`(command: String, words: String) {
        var report = SampleReport.verdict
        report.commandLine = command
        #expect(HandoverReport().text(of: report).contains("Every server with its evidence: \(words)"))
    }

    @Test func `says of a fleet without trouble that nothing is wrong`() {
        var report = SampleReport.oneLook
        report.statuses.removeAll { $0.judgement.state != .ok }
        report.causes = .none
        report.counts = StateCounts(report.statuses.map(\.judgement))
        let text = HandoverReport().text(of: report)
        #expect(text.contains("Nothing is wrong that was looked at."))
        #expect(!text.contains("## What to do next"))
    }

    @Test func `keeps every command whole on a line`() {
        let text = HandoverReport().text(of: SampleReport.verdict)
        for command in SampleFleet.everyLabel.remedies.compactMap(\.command) {
            #expect(text.split(separator: "\n").contains { $0.contains(command) }, "\(command)")
        }
    }

    @Test func `lets no hostile text out of its line`() {
        let text = HandoverReport().text(of: SampleReport.hostile)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("#") } == 8)
    }
}
