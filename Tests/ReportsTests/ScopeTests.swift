import FleetModel
import TestSupport
import Testing

@testable import Reports

/// A report of fewer servers than the fleet has says of which servers everything in it is.
@Suite struct ScopeTests {
    /// The outage, of which a filter leaves the one server that is well; the counts are still of all.
    private static let filtered: SnapshotReport = {
        var report = SampleReport.outage
        report.filter = "is:ok"
        report.statuses.removeAll { $0.judgement.state != .ok }
        report.gateways = []
        report.leftOut = 25
        return report
    }()

    private static let people = ["text", "markdown", "handover", "html", "nagios", "junit"]

    private func text(_ report: SnapshotReport, _ name: String) throws -> String {
        let format = try #require(ReportTable.format(named: name))
        return format.text(of: report).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    @Test("Whom the counts and the causes are of is said under a filter", arguments: people)
    func filter(in name: String) throws {
        let words = "the counts, and what failing servers share, are of the whole fleet"
        #expect(try text(Self.filtered, name).contains(words))
        #expect(try !text(SampleReport.outage, name).contains("whole fleet"))
    }

    @Test("The causes are labelled where the counts are narrowed", arguments: people)
    func narrowed(in name: String) throws {
        var report = Self.filtered
        report.counts = StateCounts(report.statuses.map(\.judgement))
        let words = "what failing servers share is of all servers that were probed, also of those left out"
        #expect(try text(report, name).contains(words))
    }

    @Test("The heading of the causes has the label, too", arguments: ["markdown", "html"])
    func heading(in name: String) throws {
        #expect(try text(Self.filtered, name).contains("one cause or many, of the whole fleet"))
    }

    @Test func `a handover under a filter does not say that nothing is wrong`() {
        let text = HandoverReport().text(of: Self.filtered)
        #expect(!text.contains("Nothing is wrong that was looked at."))
        #expect(
            text.contains("Nothing is wrong with the servers that `is:ok` leaves. Of the others this says nothing."))
        #expect(text.contains("- **Likely one cause, of the whole fleet:**"))
    }

    @Test func `a page of some servers does not say that nothing is down`() {
        var report = Self.filtered
        #expect(HTMLReport().text(of: report).contains("None of the servers that the filter leaves is down"))
        report.filter = nil
        #expect(HTMLReport().text(of: report).contains("None of these servers is down"))
    }

    @Test("A filter that leaves nobody is said to", arguments: people)
    func empty(in name: String) throws {
        var report = Self.filtered
        report.statuses = []
        report.filter = "nothing"
        report.causes = .none
        #expect(
            try text(report, name).contains(name == "nagios" ? "no server matches the filter" : "no server matches"))
        #expect(NagiosReport().state(of: report) == .unknown)
    }
}
