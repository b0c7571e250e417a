import Dashboard
import FleetModel
import Foundation
import ProbeEngine
import Reports
import Testing

@testable import rdptop

@Suite struct AttendedReportTests {
    private static let now = Instant(seconds: 1_800_000_000)
    private let servers = (1...12).map { Server(name: "ts\($0)", site: $0 <= 6 ? "fra" : "nyc") }

    /// All servers of fra refuse connections, and those of nyc accept them.
    private var board: LiveBoard {
        let board = LiveBoard(servers: servers) { Self.now }
        for (index, server) in servers.enumerated() {
            var snapshot = ServerSnapshot(
                server: server.id, began: Self.now, ended: Self.now, consecutiveFailures: index < 6 ? 2 : 0)
            snapshot.tcp = Observation(
                facts: nil, failure: index < 6 ? .refused : nil, microseconds: 10, at: Self.now)
            board.take(.server(snapshot))
        }
        return board
    }

    private func said(_ kind: Annotation.Kind) -> ServerAnnotations {
        var said = ServerAnnotations()
        said.add(Annotation(kind, by: "kim", reason: "reboot", at: Self.now))
        return said
    }

    private func reports(_ board: LiveBoard) -> BoardReports {
        BoardReports(
            board: board, fleet: Fleet(name: "prod", servers: servers), isDemo: false, command: "rdptop x.yaml",
            started: Self.now, now: { Self.now + .minutes(5) })
    }

    @Test func mutedServersAreCountedAsMutedAloneAndAreNoCause() {
        let board = board
        #expect(board.causes().failing == 6)
        for server in servers.prefix(6) { board.annotate([server.id: said(.mute(until: .recovery))]) }
        #expect(board.causes().failing == 0 && board.causes().causes.isEmpty)
        let report = reports(board).report(of: servers.map(\.id), timeline: EventTimeline())
        #expect(report.counts.down == 0 && report.muted == 6 && report.acknowledged == 0)
        #expect(report.statuses.count == 12)
        for format in ["text", "markdown"] {
            let text = ReportTable.format(named: format)?.text(of: report) ?? ""
            #expect(text.lowercased().contains("6 muted, in no other count"), "\(format)")
        }
        board.annotate([servers[0].id: .none])
        #expect(board.causes().failing == 1)
    }

    @Test func acknowledgedServersStayUnderTheirState() throws {
        let board = board
        let status = try #require(board.statuses(of: [servers[0].id]).first)
        let problem = try #require(Problem(status.judgement))
        board.annotate([servers[0].id: said(.acknowledgement(problem))])
        let report = reports(board).report(of: servers.map(\.id), timeline: EventTimeline())
        #expect(report.counts.down == 6 && report.acknowledged == 1 && report.muted == 0)
        let json = ReportTable.format(named: "json")?.text(of: report) ?? ""
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let counts = try #require(object["counts"] as? [String: Any])
        #expect(counts["acknowledged"] as? Int == 1 && counts["muted"] as? Int == 0 && counts["total"] as? Int == 12)
        #expect(board.causes().failing == 6)
    }

    @Test(arguments: [nil, "our own link seems down"])
    func aReportOfAFrozenScreenHasItsCausesAndItsSourceAddress(ourSide: String?) throws {
        let local = SocketEndpoint(address: try #require(IPAddress("192.0.2.9")), port: 50_000)
        let statuses = board.statuses(of: servers.map(\.id)).map { status in
            var status = status
            status.snapshot?.tcp?.facts = TCPFacts(attempts: [], local: local)
            return status
        }
        let frozen = FrozenMoment(
            at: Self.now, statuses: statuses, gateways: [:], annotations: [:], timeline: EventTimeline(),
            ourSide: ourSide)
        let report = reports(board).report(of: servers.map(\.id), timeline: EventTimeline(), frozen: frozen)
        #expect(report.causes.failing == (ourSide == nil ? 6 : 0))
        #expect(report.sourceAddress == "192.0.2.9")
    }

    @Test func aReportOfAFrozenScreenIsOfItsMomentAndSaysSo() throws {
        let board = board
        let statuses = servers.map { ServerStatus(server: $0, judgement: Judgement(state: .ok, cells: .unknown)) }
        let frozen = FrozenMoment(
            at: Self.now, statuses: statuses, gateways: [:],
            annotations: [servers[7].id: said(.mute(until: .recovery))],
            timeline: EventTimeline())
        let report = reports(board).report(of: [servers[0].id], timeline: EventTimeline(), frozen: frozen)
        #expect(report.statuses == [statuses[0]])
        #expect(report.at == Self.now && report.frozenUntil == Self.now + .minutes(5))
        #expect(report.counts.ok == 11 && report.counts.down == 0 && report.muted == 1)
        #expect(report.causes.failing == 0)
        for format in ["text", "markdown"] {
            let text = ReportTable.format(named: format)?.text(of: report) ?? ""
            let sentence = "of a screen frozen at \(Self.now.iso8601), written at \((Self.now + .minutes(5)).iso8601)"
            #expect(text.lowercased().contains(sentence.lowercased()), "\(format)")
        }
        let json = ReportTable.format(named: "json")?.text(of: report) ?? ""
        #expect(json.contains("\"frozen_until\": \"\((Self.now + .minutes(5)).iso8601)\""))
        let folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.txt").path(percentEncoded: false)
        #expect(
            ReportComposition.write(report, "text", to: path)
                == "wrote 1 server, as they were at \(Self.now.timeText)Z to \(path)")
    }
}
