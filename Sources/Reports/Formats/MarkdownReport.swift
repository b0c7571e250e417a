import FleetModel

/// The report for a ticket: what is wrong, with evidence and what to do, and the healthy servers in one line.
package struct MarkdownReport: ReportFormat {
    package init() {}

    package var name: String { "markdown" }
    package var title: String { "Markdown" }
    package var fileExtension: String { "md" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        writeHeader(report, to: &output)
        if let forecast = report.forecast {
            for line in ForecastLines.markdown(of: forecast) { print(line, to: &output) }
        }
        let groups = report.groupsBehind
        if !report.troubled.isEmpty || !groups.isEmpty {
            writeTable("Server", rows(report, groups), report, to: &output)
        }
        if !report.gateways.isEmpty {
            print("\n## Gateways", to: &output)
            writeTable("Gateway", report.gateways.map { row(of: $0, report) }, report, to: &output)
        }
        for status in report.troubledGateways where status.judgement.headline != nil {
            writeDetails(status, at: report.at, to: &output)
        }
        for group in groups { writeDetails(group, at: report.at, to: &output) }
        for status in report.troubled where status.judgement.headline != nil {
            writeDetails(status, at: report.at, to: &output)
        }
        writeStories(report, to: &output)
        writeFooter(report, to: &output)
    }

    private func writeStories(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let (stories, older) = report.told
        guard !stories.isEmpty else { return }
        print("\n## What happened\n", to: &output)
        for story in stories { print("- \(story.at.iso8601) \(markdownText(story.line))", to: &output) }
        if older > 0 { print("- and \(older) more before that", to: &output) }
    }

    private func writeHeader(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        print("# Remote Desktop status: \(markdownText(report.fleetName))\n", to: &output)
        if report.isDemo { print("**DEMO: this fleet is simulated.**\n", to: &output) }
        let counts = report.counts
        let behind = counts.behindForms.first.map { " \(markdownText($0))" } ?? ""
        let warnings = "\(counts.warning) \(counts.warning == 1 ? "warning" : "warnings")"
        print(
            "\(report.at.iso8601): **\(counts.down) down**\(behind), \(warnings), \(counts.unknown) unknown, "
                + "\(counts.ok) ok, of \(counts.total).", to: &output)
        for sentence in report.remarks {
            print("\n\(markdownText(sentence.capitalizedFirst)).", to: &output)
        }
        if let filter = report.filter {
            let shown = report.statuses.count
            let leftOut = report.leftOut > 0 ? ", \(report.leftOut) left out" : ""
            print(
                "\nFilter: \(markdownCode(filter)), \(shown) \(shown == 1 ? "server" : "servers") shown\(leftOut).",
                to: &output)
        }
        if let first = report.origin.first {
            let words = [first.capitalizedFirst] + report.origin.dropFirst()
            print("\n\(markdownText(words.joined(separator: "; "))).", to: &output)
        }
        writeCauses(of: report, to: &output)
    }

    private func writeTable(
        _ subject: String, _ rows: [[String]], _ report: SnapshotReport, to output: inout some TextOutputStream
    ) {
        let letters = Layer.allCases.map { String($0.letter) }.joined()
        let titles = ["State", subject, letters, "Certificate", "Since (UTC)", "Diagnosis"]
        let hasSince = report.knowsSince
        let columns = titles.indices.filter { hasSince || $0 != Self.since }
        print("", to: &output)
        for row in [titles, titles.map { _ in "---" }] + rows {
            print("| \(columns.map { row[$0] }.joined(separator: " | ")) |", to: &output)
        }
    }

    /// The column that says since when a server is in its state, which one look cannot tell.
    private static let since = 4

    /// Servers that are down, then those behind gateways, one row for each gateway, then the others with a problem.
    private func rows(_ report: SnapshotReport, _ groups: [GroupBehind]) -> [[String]] {
        let troubled = report.troubled
        let down = troubled.filter { $0.judgement.state == .down }
        return down.map { row(of: $0, report) } + groups.map { row(of: $0, report) }
            + troubled.dropFirst(down.count).map { row(of: $0, report) }
    }

    private func row(of status: ServerStatus, _ report: SnapshotReport) -> [String] {
        row(
            status.judgement, status.server.displayName, status.certificateCountdown(at: report.at), status.since,
            status.verdict)
    }

    private func row(of status: GatewayStatus, _ report: SnapshotReport) -> [String] {
        row(
            status.judgement, status.gateway.name, status.judgement.certificateCountdown, status.since, status.verdict)
    }

    /// All servers behind one gateway, with the cells of the first.
    private func row(of group: GroupBehind, _ report: SnapshotReport) -> [String] {
        let judgement = group.servers.first?.judgement ?? .notProbed
        return row(judgement, group.title, "-", group.servers.compactMap(\.since).min(), group.verdict)
    }

    private func row(
        _ judgement: Judgement, _ name: String, _ certificate: String, _ since: Instant?, _ verdict: String
    ) -> [String] {
        [
            judgement.state.word, markdownText(name), "`\(judgement.cells.signs)`", certificate, since?.iso8601 ?? "-",
            markdownText(verdict),
        ]
    }

    private func writeDetails(_ status: GatewayStatus, at now: Instant, to output: inout some TextOutputStream) {
        print("\n## Gateway \(markdownText(status.gateway.name)): \(status.judgement.state.word)", to: &output)
        let facts =
            [status.snapshot?.lastAddress.map { "address \(markdownCode($0))" }]
            + [status.age(at: now).map { "for \($0.spoken)" }]
        let known = facts.compactMap { $0 }
        if !known.isEmpty { print("\n\(known.joined(separator: ", "))", to: &output) }
        writeFindings(status.judgement, of: status.gateway.name, to: &output)
    }

    private func writeDetails(_ group: GroupBehind, at now: Instant, to output: inout some TextOutputStream) {
        print("\n## \(markdownText(group.title)): DOWN", to: &output)
        if let age = group.age(at: now) { print("\nfor \(age.spoken)", to: &output) }
        print("\n**\(markdownText(group.verdict))**\n\n\(markdownText(group.names))", to: &output)
    }

    private func writeDetails(_ status: ServerStatus, at now: Instant, to output: inout some TextOutputStream) {
        let judgement = status.judgement
        print("\n## \(markdownText(status.server.displayName)): \(judgement.state.word)", to: &output)
        var facts: [String] = []
        if let address = status.lastAddress { facts.append("address \(markdownCode(address))") }
        if let age = status.age(at: now) { facts.append("for \(age.spoken)") }
        if let site = status.server.site { facts.append("site \(markdownText(site))") }
        if let owner = status.server.owner { facts.append("owner \(markdownText(owner))") }
        if let runbook = status.server.runbook { facts.append("runbook \(markdownCode(runbook))") }
        if !facts.isEmpty { print("\n\(facts.joined(separator: ", "))", to: &output) }
        writeFindings(judgement, of: status.server.displayName, to: &output)
    }

    private func writeFindings(_ judgement: Judgement, of name: String, to output: inout some TextOutputStream) {
        for finding in judgement.weighty { writeFinding(finding, of: name, to: &output) }
        let notes = judgement.notes.map { markdownText($0.medium) }
        if !notes.isEmpty { print("\nAlso: \(notes.joined(separator: "; ")).", to: &output) }
    }

    private func writeFinding(_ finding: Finding, of name: String, to output: inout some TextOutputStream) {
        print("\n**\(markdownText(finding.medium))**\n", to: &output)
        print("\(markdownText(finding.heading(of: name)))\n", to: &output)
        print(markdownText(finding.long), to: &output)
        writeList("Seen", finding.evidence.map(markdownCode), to: &output)
        print("\n\(finding.confidence.sentence)", to: &output)
        writeList("Users see", finding.symptoms.map { markdownText($0.line) }, to: &output)
        writeList("What it is not", finding.isNot.map(markdownText), to: &output)
        guard !finding.remedies.isEmpty else { return }
        print("\nTo do:\n", to: &output)
        for group in finding.remedies.groups {
            for step in group.steps { write(step, group.rank, to: &output) }
        }
    }

    private func writeList(_ title: String, _ items: [String], to output: inout some TextOutputStream) {
        guard !items.isEmpty else { return }
        print("\n\(title):\n", to: &output)
        for item in items { print("- \(item)", to: &output) }
    }

    /// A step with its rank, its command as code, and the way back below it.
    private func write(_ step: RemedyGroup.Step, _ rank: Remedy.Rank, to output: inout some TextOutputStream) {
        let remedy = step.remedy
        let command = remedy.command.map { ": \(markdownCode($0))" } ?? ""
        print("\(step.number). **\(rank.mark):** \(markdownText(remedy.lead))\(command)", to: &output)
        if let undo = remedy.undo { print("   - back: \(markdownCode(undo))", to: &output) }
    }

    private func writeFooter(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let healthy = report.healthy.map { markdownText($0.server.displayName) }
        if !healthy.isEmpty {
            print("\n**ok (\(healthy.count)):** \(healthy.joined(separator: ", "))", to: &output)
        }
        writeList("Not tested", report.notTested.map(markdownText), to: &output)
        let command = report.commandLine.map { " by \(markdownCode($0))" } ?? ""
        print("\nMade\(command) with rdptop \(markdownText(report.version)).", to: &output)
    }
}
