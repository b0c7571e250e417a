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
        /// What stands in a case: its element, and the type and message of that.
        var outcomes: [String: (element: String, type: String?, message: String?)] = [:]
        /// What a case said in its output.
        var remarks: [String: String] = [:]
        private var current = ""
        private var isRemark = false

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            counts[name, default: 0] += 1
            if name == "testsuite" { suites.append(attributes) }
            if name == "testsuites" { totals = attributes }
            if let message = attributes["message"] { messages.append(message) }
            if name == "testcase" { current = attributes["name"] ?? "" }
            if ["failure", "error", "skipped"].contains(name) {
                outcomes[current] = (name, attributes["type"], attributes["message"])
            }
            isRemark = name == "system-out" && !current.isEmpty
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if isRemark { remarks[current, default: ""] += string }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            if name == "testcase" { current = "" }
            isRemark = false
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

    /// A report of one server.
    private static func report(_ status: ServerStatus) -> SnapshotReport {
        var report = SampleReport.verdict
        report.statuses = [status]
        return report
    }

    private static let name = "ts07.corp.example"

    @Test func `a failure that keeps nobody out passes, and says it`() throws {
        var status = ServerSample.healthy(Self.name, "10.20.4.7").status
        status.judgement.state = .warning
        status.judgement.cells[.ping] = .failed(.timeout)
        status.judgement.cells[.certificate] = .failed(.nameMismatch)
        status.judgement.findings = [
            Finding(
                rule: "certificate-name", layer: .certificate, severity: .warning, confidence: .certain, short: "name",
                medium: "certificate is for another name", long: "x")
        ]
        let reader = try Self.read(Self.report(status))
        #expect(reader.totals["failures"] == "0" && reader.totals["errors"] == "0")
        #expect(reader.remarks["\(Self.name) Certificate"] == "warning: certificate is for another name")
        #expect(reader.remarks["\(Self.name) Ping"] == "note: timeout")
    }

    @Test func `a failure that was not checked again is an error, with the rule that was seen`() throws {
        var status = ServerSample.tcpRefused(Self.name, "10.20.4.7").status
        status.judgement.state = .unconfirmed
        let reader = try Self.read(Self.report(status))
        let outcome = try #require(reader.outcomes["\(Self.name) TCP"])
        #expect(outcome.element == "error" && outcome.type == status.judgement.headline?.rule)
        #expect(try #require(outcome.message).hasSuffix(", failed once and was not checked again"))
        #expect(reader.totals["failures"] == "0" && reader.totals["errors"] == "1")
    }

    @Test func `each failure has the name of a rule`() throws {
        for report in [SampleReport.dozen, SampleReport.watched, SampleReport.hostile] {
            let rules = Set(
                (report.statuses.map(\.judgement) + report.gateways.map(\.judgement)).flatMap(\.findings).map(\.rule))
            let types = try Self.read(report).outcomes.values.compactMap(\.type)
            #expect(!types.isEmpty && Set(types).subtracting(rules.union(["our-side"])).isEmpty)
        }
    }

    @Test func `why a layer is skipped is told apart`() throws {
        var status = ServerSample.tcpRefused(Self.name, "10.20.4.7").status
        status.snapshot?.ping = Observation(
            facts: nil, failure: .ourFault(.notPermitted), microseconds: 0, at: SampleFleet.probed)
        status.judgement.cells[.ping] = .notApplicable
        status.judgement.cells[.udp] = .unknown
        status.judgement.cells[.nla] = .notApplicable
        func message(_ layer: Layer, of status: ServerStatus) throws -> String? {
            try Self.read(Self.report(status)).outcomes["\(Self.name) \(layer.title)"]?.message
        }
        #expect(try message(.ping, of: status) == "not permitted on this machine")
        #expect(try message(.tls, of: status) == "not reached: TCP has failed")
        #expect(try message(.nla, of: status) == "does not apply to it")
        #expect(try message(.udp, of: status) == "not part of this probe")
        #expect(try message(.gateway, of: status) == "there is no gateway in front of it")
        var stopped = status
        stopped.judgement.cells = .unknown
        stopped.snapshot?.tcp?.failure = .ourFault(.outOfResources)
        #expect(try message(.tls, of: stopped) == "not reached: our own side could not go on")
        let unprobed = ServerStatus(server: status.server)
        #expect(try message(.udp, of: unprobed) == "not probed yet")
        var behind = SampleFleet.behind("rdgw-fra-1", Self.name).status
        behind.server.path = .gateway
        #expect(
            try message(.tcp, of: behind) == "not probed itself: users come through the gateway rdgw-fra-1")
    }

    @Test func `a filter that leaves nobody is an error, as a run without tests would pass`() throws {
        var report = SampleReport.empty
        report.filter = "nothing"
        #expect(try Self.read(report).totals["errors"] == "1")
        #expect(try Self.read(SampleReport.empty).totals["errors"] == "0")
    }

    @Test func `markup of a server arrives as text`() throws {
        let reader = try Self.read(SampleReport.poisoned)
        #expect(reader.counts["script"] == nil)
        #expect(reader.messages.contains { $0.contains("<script>alert('x')</script>|a,b;c") })
    }
}
