import FleetModel
import Foundation
import FoundationXML
import Reports
import TestSupport
import Testing

@Suite struct JUnitReportTests {
    /// Counts the elements of a document, and keeps the attributes of some.
    private final class Reader: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]
        var suites: [[String: String]] = []
        var totals: [String: String] = [:]
        var messages: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            counts[name, default: 0] += 1
            if name == "testsuite" { suites.append(attributes) }
            if name == "testsuites" { totals = attributes }
            if let message = attributes["message"] { messages.append(message) }
        }
    }

    private static func read(_ report: SnapshotReport) throws -> Reader {
        let reader = Reader()
        let parser = XMLParser(data: Data(JUnitReport().text(of: report).utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
        return reader
    }

    @Test func `the counts agree with the elements, of each suite and of all`() throws {
        for report in [SampleReport.dozen, SampleReport.hostile, SampleReport.watched, SampleReport.poisoned] {
            let reader = try Self.read(report)
            for (attribute, element) in [
                ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
            ] {
                let count = reader.counts[element] ?? 0
                #expect(reader.totals[attribute] == String(count))
                #expect(reader.suites.compactMap { $0[attribute].flatMap { Int($0) } }.reduce(0, +) == count)
            }
            #expect(reader.counts["testcase"] == 9 * (report.statuses.count + report.gateways.count))
            #expect(reader.suites.map { $0["id"] } == reader.suites.indices.map(String.init))
            #expect(reader.suites.allSatisfy { $0["timestamp"] == "2026-11-23T09:30:00" })
        }
    }

    @Test func `a server that is down has a failure, and one that is well has none`() throws {
        let reader = try Self.read(SampleReport.dozen)
        for (suite, status) in zip(reader.suites.dropFirst(), SampleReport.dozen.statuses) {
            #expect(suite["name"] == status.server.id.text)
            if status.judgement.state == .ok { #expect(suite["failures"] == "0") }
            if status.judgement.state == .down { #expect(suite["failures"] != "0") }
        }
    }

    @Test func `markup of a server arrives as text`() throws {
        let reader = try Self.read(SampleReport.poisoned)
        #expect(reader.counts["script"] == nil)
        #expect(reader.messages.contains { $0.contains("<script>alert('x')</script>|a,b;c") })
    }
}
