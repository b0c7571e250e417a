import Dashboard
import Diagnosis
import FleetModel
import PacketCapture
import Reports

/// The files of one failed exchange.
enum ExchangeFile {
    /// What can be written of it.
    static let formats = [
        FileFormat(name: "pcapng", title: "packets (pcapng)", fileExtension: "pcapng", content: .packets),
        FileFormat(name: "trace", title: "trace", fileExtension: "trace.txt", content: .steps),
    ]

    /// Writes a new file, which in the case of packets nobody else may read.
    ///
    /// - Returns: The path that was written.
    static func write(
        _ report: ExchangeReport, as content: FileFormat.Content, to path: String
    ) throws(ReportFile.Mistake) -> String {
        switch content {
        case .packets:
            let bytes = PcapngFile.bytes(
                of: report.exchange.events, about: report.about, application: "rdptop \(Version.text)")
            return try ReportFile.write(bytes, to: path, isPrivate: true)
        case .steps, .report: return try ReportFile.write(Array(report.trace.utf8), to: path)
        }
    }

    /// The exchange with what its probe alone means, judged for the time at which it ended; nil when the fleet has no such
    /// server or gateway.
    static func report(
        of exchange: FailedExchange, in fleet: Fleet, isDemo: Bool, at now: Instant
    ) -> ExchangeReport? {
        let subject: ExchangeReport.Subject
        switch exchange.subject {
        case .server(let snapshot):
            guard let server = fleet.servers.first(where: { $0.id == snapshot.server }) else { return nil }
            subject = .server(server, judge(snapshot, of: server, now: snapshot.ended))
        case .gateway(let snapshot):
            guard let gateway = fleet.gateways.first(where: { $0.id == snapshot.gateway }) else { return nil }
            subject = .gateway(gateway, judge(snapshot, of: gateway, now: snapshot.ended))
        }
        return ExchangeReport(exchange, of: subject, version: Version.text, now: now, isDemo: isDemo)
    }
}

extension BoardReports {
    /// Writes what a user asked for of a failed exchange to a new file.
    ///
    /// - Returns: How that went, in one line.
    func write(_ request: ExchangeRequest) -> String {
        let exchange = request.exchange ?? exchanges?.last(of: request.subject.targets)
        guard let exchange, let report = ExchangeFile.report(of: exchange, in: fleet, isDemo: isDemo, at: now()) else {
            return "nothing written: \(request.subject.absence)"
        }
        guard request.format.content != .packets || exchange.hasPackets else {
            return "nothing written: \(request.subject.absenceOfPackets)"
        }
        do throws(ReportFile.Mistake) {
            let written = try ExchangeFile.write(report, as: request.format.content, to: request.path)
            return "wrote the \(request.format.title) of the failure at \(exchange.began.timeText)Z to \(written)"
        } catch {
            return "nothing written: \(error)"
        }
    }
}
