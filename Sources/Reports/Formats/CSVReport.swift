import FleetModel

/// The report for spreadsheets: RFC 4180, one row for each server, the columns always the same.
///
/// Its lines end with CR LF, as the RFC wants. How the report came about stands in the last columns of every row, so
/// that rows of several reports can be laid together.
package struct CSVReport: ReportFormat {
    package init() {}

    package var name: String { "csv" }
    package var title: String { "CSV" }
    package var fileExtension: String { "csv" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let columns = Self.serverColumns + Self.factColumns
        let origin = Self.originColumns.map { csvField($0.value(report) ?? "") }.joined(separator: ",")
        output.write((columns.map(\.name) + Self.originColumns.map(\.name)).joined(separator: ",") + "\r\n")
        for status in report.statuses {
            var row = ""
            for column in columns { row += csvField(column.value(status) ?? "") + "," }
            output.write(row + origin + "\r\n")
        }
    }

    /// A column: its title, and what stands in it; nothing where nothing is known.
    private struct Column<Subject>: Sendable {
        let name: String
        let value: @Sendable (Subject) -> String?

        init(_ name: String, _ value: @escaping @Sendable (Subject) -> String?) {
            self.name = name
            self.value = value
        }
    }

    private static let serverColumns: [Column<ServerStatus>] =
        [
            Column("id") { $0.server.id.text }, Column("name") { $0.server.name },
            Column("port") { String($0.server.port) }, Column("state") { $0.judgement.state.rawValue },
            Column("since") { $0.since?.iso8601 }, Column("previous_state") { $0.previous?.rawValue },
            Column("probed_at") { $0.snapshot?.ended.iso8601 }, Column("address", \.lastAddress),
            Column("site", \.server.site), Column("owner", \.server.owner),
            Column("tags") { $0.server.tags.joined(separator: " ") }, Column("runbook", \.server.runbook),
            Column("gateway", \.server.gateway), Column("path") { $0.server.path.rawValue },
            Column("judged_by", \.judgedBy), Column("behind", \.judgement.behind),
            Column("rule") { $0.judgement.headline?.rule },
            Column("severity") { $0.judgement.headline?.severity.rawValue },
            Column("confidence") { $0.judgement.headline?.confidence.rawValue }, Column("diagnosis", \.verdict),
        ]
        + Layer.allCases.map { layer in
            Column("layer_\(layer.rawValue)") { status in
                let cell = status.judgement.cells[layer]
                return cell.word + (cell.reason.map { ": \($0.meaning)" } ?? "")
            }
        }
        + Layer.allCases.filter { $0 != .gateway }.map { layer in
            Column("\(layer.rawValue)_ms") { $0.snapshot?.outcome(of: layer)?.microseconds.asMilliseconds }
        }

    private static let factColumns: [Column<ServerStatus>] = [
        Column("certificate_days_left") { $0.judgement.certificateLeft.map { String($0.countdownDays) } },
        Column("certificate_not_after") { $0.leaf?.notAfter?.iso8601 },
        Column("certificate_subject") { $0.leaf?.subject }, Column("certificate_issuer") { $0.leaf?.issuer },
        Column("certificate_trust") { $0.snapshot?.certificate?.facts?.trust.word },
        Column("certificate_sha256") { $0.leaf?.sha256 },
        Column("security_protocol") {
            $0.snapshot?.x224?.facts?.selected.map { $0.names.joined(separator: " ") }
        },
        Column("tls_version") { $0.snapshot?.tls?.facts?.versionName },
        Column("tls_suite") { $0.snapshot?.tls?.facts?.cipherSuiteName },
        Column("nla_requirement") { $0.snapshot?.nlaRequirement?.rawValue },
        Column("computer") { $0.snapshot?.nla?.facts?.computerName },
        Column("domain") { $0.snapshot?.nla?.facts?.dnsDomainName },
        Column("build") { $0.snapshot?.nla?.facts?.build?.description },
        Column("clock_skew_ms") { $0.snapshot?.nla?.facts?.clockSkew.map { String($0.milliseconds) } },
    ]

    private static let originColumns: [Column<SnapshotReport>] = [
        Column("report_at") { $0.at.iso8601 }, Column("watched_since") { $0.watchedSince?.iso8601 },
        Column("fleet", \.fleetName), Column("source_address", \.sourceAddress),
        Column("version", \.version), Column("filter", \.filter), Column("order", \.order),
        Column("command", \.commandLine), Column("not_tested") { $0.notTested.joined(separator: "; ") },
        Column("demo") { $0.isDemo ? "true" : "false" },
    ]
}

extension ServerStatus {
    /// The server's certificate, when one was seen.
    fileprivate var leaf: CertificateDescription? { snapshot?.certificate?.facts?.leaf }
}
