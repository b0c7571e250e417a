import Diagnosis
import FleetModel
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct MemoryReportTests {
    private static let server = SampleFleet.server("ts07.corp.example")

    /// A server that was healthy, failed, and shows a self-signed certificate now.
    private static let fallen: ServerSnapshot = {
        var first = SampleFleet.healthySnapshot(of: server, at: "10.20.4.7")
        first.certificate?.at = SampleFleet.probed - .hours(2)
        first.began = SampleFleet.probed - .hours(2)
        var failed = SampleFleet.failedSnapshot(of: server, at: "10.20.4.7", layer: .tls, .reset)
        failed.began = SampleFleet.probed - .hours(1)
        let last = SampleFleet.healthySnapshot(
            of: server, at: "10.20.4.7", certificate: SampleFleet.windowsCertificate(for: server.name))
        return last.following(failed.following(first.following(nil)))
    }()

    private func report(_ snapshot: ServerSnapshot?, _ format: any ReportFormat) -> String {
        let judgement = judge(snapshot, of: Self.server, now: SampleFleet.now)
        let status = ServerStatus(server: Self.server, snapshot: snapshot, judgement: judgement)
        let report = SnapshotReport(
            fleetName: "one", version: "0.1.0", at: SampleFleet.now, statuses: [status],
            counts: StateCounts([judgement]))
        var text = ""
        format.write(report, to: &text)
        return text
    }

    private func sinceStart(_ snapshot: ServerSnapshot?) throws -> [String: Any]? {
        let document = try JSONSerialization.jsonObject(with: Data(report(snapshot, JSONReport()).utf8))
        let servers = try #require((document as? [String: Any])?["servers"] as? [[String: Any]])
        return servers.first?["since_start"] as? [String: Any]
    }

    @Test func `JSON tells the probes and the certificates since the start`() throws {
        let memory = try #require(try sinceStart(Self.fallen))
        #expect(memory["probes"] as? Int == 3)
        #expect(memory["last_outcomes"] as? String == ".S.")
        let failures = try #require(memory["last_failures"] as? [[String: Any]])
        #expect(failures.count == 1)
        #expect(failures.first?["layer"] as? String == "tls")
        #expect(failures.first?["ended"] as? String == "reset")
        let certificates = try #require(memory["certificates"] as? [[String: Any]])
        #expect(certificates.map { $0["trust"] as? String } == ["trusted", "self-signed"])
        #expect(certificates.map { $0["address"] as? String } == ["10.20.4.7", "10.20.4.7"])
        #expect(certificates.map { $0["seen"] as? Int } == [1, 1])
        let changes = try #require(memory["certificate_changes"] as? [[String: Any]])
        #expect(changes.map { $0["at"] as? String } == [SampleFleet.probed.iso8601])
        #expect(changes.map { $0["returned"] as? Bool } == [false])
    }

    @Test func `JSON has nothing since the start of a server that was not probed`() throws {
        #expect(try sinceStart(nil) == nil)
        #expect(report(nil, JSONReport()).contains("\"since_start\": null"))
    }

    @Test("people are told since when it was seen", arguments: ["text", "markdown"])
    func words(name: String) throws {
        let text = report(Self.fallen, name == "text" ? TextReport() : MarkdownReport())
        #expect(text.contains("own cert instead of an authority's"))
        #expect(text.contains("since rdptop was started: 3 probes from 2026-"))
    }
}
