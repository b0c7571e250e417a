import Dashboard
import FleetModel
import Foundation
import Reports

/// Makes reports of what a board knows: the one place that the sessions get theirs from.
struct BoardReports: Sendable {
    let board: LiveBoard
    /// For its name.
    let fleet: Fleet
    let isDemo: Bool
    /// The command line that opens the board again.
    let command: String
    /// When watching began.
    let started: Instant
    let now: @Sendable () -> Instant

    /// A report of some servers as they are now.
    ///
    /// - Parameters:
    ///   - servers: In the order in which they are to stand.
    ///   - filter: What chose them, as typed; empty for nothing.
    ///   - order: In words; nil for the order of the file.
    ///   - timeline: What has happened since watching began.
    /// - Returns: The report, ready for any format.
    func report(
        of servers: [Server.ID], filter: String = "", order: String? = nil, timeline: EventTimeline
    ) -> SnapshotReport {
        let (statuses, gateways, counts) = board.overview(of: servers)
        var report = ReportComposition.report(
            of: statuses, gateways: gateways, counts: counts, causes: board.causes(), fleet: fleet, isDemo: isDemo,
            command: command, filter: filter, leftOut: filter.isEmpty ? 0 : counts.total - statuses.count,
            order: order, at: now())
        report.sourceAddress = board.sourceAddress
        report.timeline = timeline
        report.watchedSince = started
        return report
    }

    /// Writes the report that a user asked for to a new file.
    ///
    /// - Returns: How that went, in one line.
    func write(_ request: WriteRequest, timeline: EventTimeline) -> String {
        let report = report(
            of: request.servers, filter: request.filter, order: request.order, timeline: timeline)
        return ReportComposition.write(report, request.format.name, to: request.path)
    }
}

extension FileFormats {
    /// All of `ReportTable`; Markdown, which is for tickets, is offered first.
    static let all: FileFormats = {
        let formats = ReportTable.formats.map {
            FileFormat(name: $0.name, title: $0.title, fileExtension: $0.fileExtension)
        }
        let first = formats.first { $0.name == MarkdownReport().name } ?? FileFormats.text.first
        return FileFormats(first: first, others: formats.filter { $0 != first })
    }()
}
