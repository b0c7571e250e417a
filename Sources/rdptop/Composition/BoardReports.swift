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
    /// Where failed exchanges are kept; nil for nowhere.
    var exchanges: ExchangeArchive?
    /// Whether each server gets one connection and no more.
    var isOneConnection = false

    /// A report of some servers as they are now.
    ///
    /// - Parameters:
    ///   - servers: In the order in which they are to stand.
    ///   - filter: What chose them, as typed; empty for nothing.
    ///   - order: In words; nil for the order of the file.
    ///   - timeline: What has happened since watching began.
    ///   - frozen: What the screen shows, while it stands still; nil for what is known now.
    /// - Returns: The report, ready for any format.
    func report(
        of servers: [Server.ID], filter: String = "", order: String? = nil, timeline: EventTimeline,
        frozen: FrozenMoment? = nil
    ) -> SnapshotReport {
        let overview = frozen.map { self.overview(of: servers, in: $0) } ?? board.overview(of: servers)
        var report = ReportComposition.report(
            of: overview.statuses, gateways: overview.gateways, counts: overview.counts,
            causes: frozen.map(causes) ?? board.causes(), fleet: fleet, isDemo: isDemo,
            command: command, filter: filter,
            leftOut: filter.isEmpty ? 0 : fleet.servers.count - overview.statuses.count,
            order: order, at: frozen?.at ?? now())
        report.muted = overview.attended.muted
        report.acknowledged = overview.attended.acknowledged
        report.frozenUntil = frozen.map { _ in now() }
        report.sourceAddress = frozen.map(sourceAddress) ?? board.sourceAddress
        report.timeline = frozen?.timeline ?? timeline
        report.watchedSince = started
        report.isOneConnection = isOneConnection
        return report
    }

    /// The same as of the board, of a screen that stands still.
    private func overview(of servers: [Server.ID], in frozen: FrozenMoment) -> LiveBoard.Overview {
        let byName = Dictionary(frozen.statuses.map { ($0.server.id, $0) }, uniquingKeysWith: { first, _ in first })
        let attended = Attended(frozen.annotations.values)
        let heard = frozen.statuses.lazy.filter { frozen.annotations[$0.server.id]?.mute == nil }
        return LiveBoard.Overview(
            statuses: servers.compactMap { byName[$0] }, gateways: gateways(of: frozen),
            counts: StateCounts(heard.map(\.judgement)), attended: attended)
    }

    private func causes(of frozen: FrozenMoment) -> CommonCauses {
        // While this machine has trouble, whatever it is, nothing is said of what servers share.
        guard frozen.ourSide == nil else { return .none }
        return ReportComposition.causes(
            of: frozen.statuses.filter { frozen.annotations[$0.server.id]?.mute == nil },
            gateways: gateways(of: frozen), ourSide: .fine, at: frozen.at)
    }

    private func sourceAddress(of frozen: FrozenMoment) -> String? {
        ReportComposition.sourceAddress(of: frozen.statuses, gateways(of: frozen))
    }

    private func gateways(of frozen: FrozenMoment) -> [GatewayStatus] {
        fleet.gateways.compactMap { frozen.gateways[$0.id] }
    }

    /// Writes the report that a user asked for to a new file.
    ///
    /// - Returns: How that went, in one line.
    func write(_ request: WriteRequest, timeline: EventTimeline) -> String {
        let report = report(
            of: request.servers, filter: request.filter, order: request.order, timeline: timeline,
            frozen: request.frozen)
        return ReportComposition.write(report, request.format.name, to: request.path)
    }
}

extension FileFormats {
    /// All of `ReportTable`, and what there is of a failed exchange; Markdown, which is for tickets, is offered first.
    static let all: FileFormats = {
        let formats = ReportTable.formats.map {
            FileFormat(name: $0.name, title: $0.title, fileExtension: $0.fileExtension)
        }
        let first = formats.first { $0.name == MarkdownReport().name } ?? FileFormats.text.first
        return FileFormats(first: first, others: formats.filter { $0 != first } + ExchangeFile.formats)
    }()
}
