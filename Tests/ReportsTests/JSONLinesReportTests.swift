import FleetModel
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct JSONLinesReportTests {
    private static func objects(_ report: SnapshotReport) throws -> [[String: Any]] {
        try JSONLinesReport().text(of: report).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func `the report comes first, then gateways, servers, causes and events`() throws {
        let report = SampleReport.watched
        let types = try Self.objects(report).compactMap { $0["type"] as? String }
        let expected =
            ["report"] + report.gateways.map { _ in "gateway" } + report.statuses.map { _ in "server" }
            + report.causes.causes.map { _ in "cause" } + report.events.map { _ in "event" }
        #expect(types == expected)
    }

    @Test func `a line has what the JSON report has`() throws {
        for report in [SampleReport.watched, SampleReport.poisoned] {
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(JSONReport().text(of: report).utf8)) as? [String: Any])
            let lines = try Self.objects(report)
            for (type, list) in [("server", "servers"), ("gateway", "gateways"), ("event", "events")] {
                let found = lines.filter { $0["type"] as? String == type }.map { line in
                    line.filter { $0.key != "type" } as NSDictionary
                }
                #expect(found == (document[list] as? [NSDictionary]))
            }
        }
    }
}
