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
        writeTable(report, to: &output)
        for status in report.troubled where status.judgement.headline != nil {
            writeDetails(status, at: report.at, to: &output)
        }
        if !report.notTested.isEmpty {
            print("\nnot tested: \(clean(report.notTested.joined(separator: ", ")))", to: &output)
        }
    }

    private func writeHeader(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let demo = report.isDemo ? "   DEMO: a simulated fleet" : ""
        print("rdptop \(report.version)   \(clean(report.fleetName))   \(report.at.iso8601)\(demo)", to: &output)
        print(report.counts.words, to: &output)
        if let filter = report.filter {
            print("filter: \(clean(filter)) (\(report.statuses.count) shown)", to: &output)
        }
        print("", to: &output)
    }

    private func writeTable(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let hasSince = report.knowsSince
        let titles =
            ["STATE", "SERVER", Layer.allCases.map { String($0.letter) }.joined(), "CERT"]
            + (hasSince ? ["SINCE"] : []) + ["DIAGNOSIS"]
        let rows = report.worstFirst.map { row(of: $0, hasSince: hasSince, at: report.at) }
        let widths = titles.indices.map { column in
            min(48, ([titles] + rows).map { $0[column].count }.max() ?? 0)
        }
        for row in [titles] + rows {
            var line = ""
            for (column, cell) in row.enumerated() {
                let isNumber = column == 3 || hasSince && column == 4
                let filled =
                    isNumber
                    ? String(padded(String(cell.reversed()), widths[column]).reversed()) : padded(cell, widths[column])
                line += line.isEmpty ? filled : "  " + filled
            }
            print(trimmedAtEnd(line), to: &output)
        }
    }

    private func row(of status: ServerStatus, hasSince: Bool, at now: Instant) -> [String] {
        let judgement = status.judgement
        let age = hasSince ? [status.age(at: now)?.compact ?? "-"] : []
        return [
            judgement.state.word, clean(status.server.displayName), judgement.cells.signs,
            judgement.certificateLeft?.compact ?? "-",
        ] + age + [clean(status.verdict)]
    }

    private func writeDetails(_ status: ServerStatus, at now: Instant, to output: inout some TextOutputStream) {
        let judgement = status.judgement
        var title = "\(judgement.state.word)  \(clean(status.server.displayName))"
        if let address = status.lastAddress { title += "  \(address)" }
        if let age = status.age(at: now) { title += "  for \(age.spoken)" }
        print("\n\(title)", to: &output)
        let server = status.server
        let lines =
            judgementLines(judgement) + labelled("owner", [server.owner].compactMap { $0 })
            + labelled("runbook", [server.runbook].compactMap { $0 })
        for line in lines { print("  " + line, to: &output) }
    }

    private func trimmedAtEnd(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
