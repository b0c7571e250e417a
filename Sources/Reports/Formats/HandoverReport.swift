import FleetModel

/// The report for a ticket that somebody else takes over: what, since when, why, who is hit, what was tried, what next.
///
/// Markdown that also reads well as plain text, and at most 60 lines whatever the fleet: what does not fit is counted.
package struct HandoverReport: ReportFormat {
    /// The most lines unless said.
    package static let standardLimit = 60

    private let limit: Int

    /// A report of at most so many lines; with fewer than 60 it is as short as can be.
    package init(lines limit: Int = HandoverReport.standardLimit) {
        self.limit = limit
    }

    package var name: String { "handover" }
    package var title: String { "handover (Markdown)" }
    package var fileExtension: String { "handover.md" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let problems = report.problems
        var lines: [String] = []
        for detail in HandoverDetail.levels {
            lines = HandoverText(report: report, problems: problems, detail: detail).lines
            if lines.count <= limit { break }
        }
        for line in lines { print(line, to: &output) }
    }
}
