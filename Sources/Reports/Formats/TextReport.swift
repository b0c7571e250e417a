import FleetModel

/// The report for a terminal or a mail: aligned columns, worst first, then why and what to do.
///
/// Not a single escape byte. Commands are never broken across lines, so that they can be copied.
package struct TextReport: ReportFormat {
    package init() {}

    package var name: String { "text" }
    package var fileExtension: String { "txt" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        writeHeader(report, to: &output)
        if let forecast = report.forecast {
            for line in ForecastLines.lines(of: forecast) + [""] { print(line, to: &output) }
        }
        let groups = report.groupsBehind
        let worstFirst = report.worstFirst
        let down = worstFirst.prefix { $0.judgement.state == .down }
        writeTable(
            "SERVER",
            down.map { row(of: $0, report) } + groups.map { row(of: $0, report) }
                + worstFirst.dropFirst(down.count).map { row(of: $0, report) },
            report, to: &output)
        if !report.gateways.isEmpty {
            print("", to: &output)
            writeTable("GATEWAY", report.gateways.map { row(of: $0, report) }, report, to: &output)
        }
        for status in report.troubledGateways where status.judgement.headline != nil {
            writeDetails(status, at: report.at, to: &output)
        }
        for group in groups { writeDetails(group, at: report.at, to: &output) }
        for status in report.troubled where status.judgement.headline != nil {
            writeDetails(status, at: report.at, to: &output)
        }
        writeStories(report, to: &output)
        print("", to: &output)
        for line in labelled("not tested", report.notTested, width: 12) { print(line, to: &output) }
        if let command = report.commandLine { print("made by: \(clean(command))", to: &output) }
    }

    private func writeStories(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let (stories, older) = report.told
        guard !stories.isEmpty else { return }
        print("\nwhat happened, the newest first:", to: &output)
        for story in stories { print("  \(story.at.iso8601)  \(story.line)", to: &output) }
        if older > 0 { print("  and \(older) more before that", to: &output) }
    }

    private func writeHeader(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let demo = report.isDemo ? "   DEMO: a simulated fleet" : ""
        print("rdptop \(report.version)   \(clean(report.fleetName))   \(report.at.iso8601)\(demo)", to: &output)
        print(report.counts.words, to: &output)
        for line in sharedCauseLines(report.causes) { print(line, to: &output) }
        for line in report.remarks.flatMap({ wrapped(clean($0), width: 80) }) { print(line, to: &output) }
        if let filter = report.filter {
            let leftOut = report.leftOut > 0 ? ", \(report.leftOut) left out" : ""
            print("filter: \(clean(filter)) (\(report.statuses.count) shown\(leftOut))", to: &output)
        }
        if !report.origin.isEmpty { print(report.origin.joined(separator: "; "), to: &output) }
        print("", to: &output)
    }

    private func writeTable(
        _ subject: String, _ rows: [[String]], _ report: SnapshotReport, to output: inout some TextOutputStream
    ) {
        let letters = Layer.allCases.map { String($0.letter) }.joined()
        let titles = ["STATE", subject, letters, "CERT", "SINCE", "DIAGNOSIS"]
        let hasSince = report.knowsSince
        let columns = titles.indices.filter { hasSince || $0 != Self.since }
        let table = [titles] + rows
        let widths = titles.indices.map { column in min(48, table.lazy.map { $0[column].count }.max() ?? 0) }
        for row in table {
            let cells = columns.map { column in
                let blanks = String(repeating: " ", count: max(0, widths[column] - row[column].count))
                return Self.numbers.contains(column) ? blanks + row[column] : row[column] + blanks
            }
            print(trimmedAtEnd(cells.joined(separator: "  ")), to: &output)
        }
    }

    /// Since when a server is in its state, which one look cannot tell.
    private static let since = 4
    /// The columns whose cells stand at the right: what is left of the certificate, and since when.
    private static let numbers = 3...since

    private func row(of status: ServerStatus, _ report: SnapshotReport) -> [String] {
        row(
            status.judgement, status.server.displayName, status.certificateCountdown(at: report.at),
            status.age(at: report.at), status.verdict)
    }

    private func row(of status: GatewayStatus, _ report: SnapshotReport) -> [String] {
        row(
            status.judgement, status.gateway.name, status.judgement.certificateCountdown, status.age(at: report.at),
            status.verdict)
    }

    /// All servers behind one gateway, with the cells of the first.
    private func row(of group: GroupBehind, _ report: SnapshotReport) -> [String] {
        let judgement = group.servers.first?.judgement ?? .notProbed
        return row(judgement, group.title, "-", group.age(at: report.at), group.verdict)
    }

    private func row(
        _ judgement: Judgement, _ name: String, _ certificate: String, _ age: Span?, _ verdict: String
    ) -> [String] {
        [
            judgement.state.word, clean(name), judgement.cells.signs, certificate, age?.compact ?? "-", clean(verdict),
        ]
    }

    private func writeDetails(_ status: GatewayStatus, at now: Instant, to output: inout some TextOutputStream) {
        var title = "\(status.judgement.state.word)  gateway \(clean(status.gateway.name))"
        if let address = status.snapshot?.lastAddress { title += "  \(address)" }
        if let age = status.age(at: now) { title += "  for \(age.spoken)" }
        print("\n\(title)", to: &output)
        for line in judgementLines(status.judgement, of: status.gateway.name) { print("  " + line, to: &output) }
    }

    private func writeDetails(_ group: GroupBehind, at now: Instant, to output: inout some TextOutputStream) {
        let age = group.age(at: now).map { "  for \($0.spoken)" } ?? ""
        print("\nDOWN  \(clean(group.title))\(age)", to: &output)
        for line in labelled("what", [group.verdict]) + labelled("servers", wrapped(clean(group.names), width: 70)) {
            print("  " + line, to: &output)
        }
    }

    private func writeDetails(_ status: ServerStatus, at now: Instant, to output: inout some TextOutputStream) {
        let judgement = status.judgement
        var title = "\(judgement.state.word)  \(clean(status.server.displayName))"
        if let address = status.lastAddress { title += "  \(address)" }
        if let age = status.age(at: now) { title += "  for \(age.spoken)" }
        print("\n\(title)", to: &output)
        let server = status.server
        let lines =
            judgementLines(judgement, of: server.displayName) + labelled("owner", [server.owner].compactMap { $0 })
            + labelled("runbook", [server.runbook].compactMap { $0 })
        for line in lines { print("  " + line, to: &output) }
    }

    private func trimmedAtEnd(_ line: String) -> Substring {
        let last = line.utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return line[..<(last.map(line.utf8.index(after:)) ?? line.startIndex)]
    }
}
