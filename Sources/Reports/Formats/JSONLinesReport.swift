package import FleetModel

/// The report for programs that read line by line: one JSON object a line, each with its `type`; the fields are those of
/// the JSON report (docs/report-schema.md).
///
/// The first line is the report itself, then come gateways, servers, causes and events. A ``ChangeStream`` has other lines,
/// with the same names for the same things.
package struct JSONLinesReport: ReportFormat {
    private let document = JSONReport()

    package init() {}

    package var name: String { "jsonl" }
    package var title: String { "JSON Lines" }
    package var fileExtension: String { "jsonl" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        output.write(line(of: report))
        for status in report.gateways { output.write(line(of: status, at: report.at)) }
        for status in report.statuses { output.write(line(of: status, at: report.at)) }
        for cause in report.causes.causes { output.write(line(of: cause)) }
        for event in report.events { output.write(line(of: event)) }
    }

    /// How a report came about, and its counts.
    package func line(of report: SnapshotReport) -> String {
        var members = document.header(of: report)
        let causes = report.causes
        members["causes"] = .object([
            "state": .text(causes.state.rawValue), "failing": .integer(Int64(causes.failing)),
            "healthy": .integer(Int64(causes.healthy)), "unexplained": .integer(Int64(causes.unexplained)),
        ])
        return line("report", members)
    }

    /// A gateway, with all that is known of it.
    package func line(of status: GatewayStatus, at now: Instant) -> String {
        line("gateway", document.members(of: status, at: now))
    }

    /// A server, with all that is known of it.
    package func line(of status: ServerStatus, at now: Instant) -> String {
        line("server", document.members(of: status, at: now))
    }

    /// Something that failing servers share.
    package func line(of cause: SharedCause) -> String { line("cause", document.statement(cause)) }

    /// Something that happened.
    package func line(of event: TimelineEvent) -> String { line("event", document.members(of: event)) }

    private func line(_ type: String, _ members: [String: JSONValue?]) -> String {
        var members = members
        members["type"] = .text(type)
        var text = ""
        JSONValue.object(members).writeLine(to: &text)
        return text + "\n"
    }
}
