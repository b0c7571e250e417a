import Drawing
import FleetModel
import Foundation
import TestSupport
import Testing

@testable import Dashboard

@Suite struct TableTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Dashboard/Panes")

    /// The types that the Swift files of a folder are named after and that end in a word.
    private static func types(in folder: URL, ending: String) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(files.filter { $0.hasSuffix("\(ending).swift") }.map { String($0.dropLast(6)) })
    }

    @Test func `Every pane of the folder stands in the table, once`() throws {
        let files = try Self.types(in: Self.sources, ending: "Pane")
        #expect(Set(PaneTable.panes.map { "\(type(of: $0))" }) == files)
        #expect(PaneTable.panes.map(\.id.rawValue).sorted() == PaneID.allCases.map(\.rawValue).sorted())
    }

    @Test func `Every section of the details stands on one tab, once`() throws {
        let files = try Self.types(in: Self.sources.appendingPathComponent("Detail"), ending: "Section")
            .subtracting(["DetailSection"])
        #expect(DetailTabTable.tabs.flatMap(\.sections).map { "\(type(of: $0))" }.sorted() == files.sorted())
        #expect(DetailTabTable.tabs.map(\.id) == DetailTabID.allCases)
    }

    @Test(arguments: SampleFleet.scenarios)
    func `The details say everything of every scenario`(sample: ServerSample) {
        var screen = Screen([sample])
        screen.state.isDetailOpen = true
        let text = DetailTabID.allCases.map { tab in
            screen.state.detailTab = tab
            return DetailPane().lines(screen.state, width: 4_000).map(\.text).joined(separator: "\n")
        }.joined(separator: "\n")
        for finding in sample.judgement.findings {
            let name = sample.server.displayName
            for part in [finding.medium, finding.long, finding.confidence.rawValue, finding.heading(of: name)]
                + finding.evidence + finding.remedies.map(\.line)
            {
                #expect(text.contains(CleanText.clean(part, limit: 1_024)))
            }
        }
        for attempt in sample.snapshot?.tcp?.facts?.attempts ?? [] { #expect(text.contains("\(attempt.peer): ")) }
        if let leaf = sample.snapshot?.certificate?.facts?.leaf {
            for part in [leaf.key, leaf.signatureAlgorithm, leaf.sha256, leaf.serial] { #expect(text.contains(part)) }
        }
    }

    @Test func `A waterfall is to scale, and shows the shortest layer`() {
        let snapshot = ServerSample.healthy("a", "10.0.0.1").snapshot
        let bars = Waterfall(snapshot, width: 32)
        #expect(bars.bar(of: .dns) == (0, 1))
        #expect(bars.bar(of: .tcp) == (0, 7))
        #expect(bars.bar(of: .tls) == (14, 18))
        #expect(bars.bar(of: .certificate) == (31, 1))
        #expect(bars.bar(of: .udp) == (0, 0))
        #expect(Waterfall(nil, width: 32).bar(of: .dns) == (0, 0))
        #expect(Waterfall(snapshot, width: 0).bar(of: .dns) == (0, 0))
    }

    @Test(arguments: [
        (Int64(0), "0.0 ms"), (930, "0.9 ms"), (9_999, "9.9 ms"), (11_840, "11 ms"), (3_000_000, "3.0 s"),
        (-5, "0.0 ms"),
        (.max, "9223372036854.7 s"),
    ])
    func `Times are short`(microseconds: Int64, text: String) {
        #expect(microseconds.latency == text)
    }

    @Test(arguments: [
        (Span.days(88), "88d"), (.hours(30), "30h"), (.seconds(-1), "-1h"), (.hours(-30), "-30h"), (.days(-2), "-2d"),
        (.days(4_000), "10y"),
    ])
    func `The countdown of a certificate`(left: Span, text: String) {
        #expect(left.countdown == text)
    }

    @Test(
        arguments: [
            (Span.hours(2), "in 2h"), (.hours(12), "in12h"), (.hours(50), "in 2d"),
            (.days(45), "in45d"), (.days(366), ">99d"), (.seconds(0), nil), (.hours(-1), nil),
        ] as [(Span, String?)])
    func `A certificate that is not yet valid says when it begins`(wait: Span, text: String?) {
        var status = ServerSample.healthy("a", "10.0.0.1").status
        status.snapshot?.certificate?.facts?.leaf.notBefore = SampleFleet.now + wait
        #expect(status.certificateBegins(after: SampleFleet.now).map(CertificateColumn.beginning) == text)
    }

    @Test(arguments: [
        (UInt8(0x1F), "extended client data, graphics pipeline, reserved bit, restricted admin, remote guard"),
        (0x00, "none"), (0x09, "extended client data, restricted admin"), (0xA2, "graphics pipeline, 0xa0"),
    ])
    func `Flags are named by what the server can do`(flags: UInt8, words: String) {
        #expect(NegotiationSection.flagWords(flags) == words)
    }

    @Test func `On a narrow screen what to do comes right after what it is`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 40, height: 10))
        try screen.select("rdsh-fra-002.corp.example")
        try screen.press("Enter")
        let lines = screen.canvas.lines
        #expect(lines[2] == " what  TCP 3389 refused at once")
        #expect(lines[3] == " do look:")
        #expect(lines[4].hasPrefix("    1. "))
    }

    @Test func `A failure that is not confirmed has a sign of its own`() throws {
        #expect(Set(ServerState.allCases.map(\.sign)).count == ServerState.allCases.count)
        var sample = ServerSample.tcpRefused("a", "10.0.0.1")
        sample.state = .unconfirmed
        var screen = Screen([sample])
        #expect(screen.canvas.lines.contains { $0.hasPrefix("  x a ") || $0.hasPrefix(" x a ") })
        try screen.press("x")
        #expect(screen.canvas.lines.contains { $0.contains("x or DOWN?") })
    }

    @Test(arguments: [80, 60])
    func `The details on a small screen keep the counts, the clock and the word DEMO`(width: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: 24), isDemo: true)
        try screen.press("Enter")
        let first = screen.canvas.lines[0]
        for text in ["DOWN 8", "DEMO", "09:30:00Z"] { #expect(first.contains(text)) }
    }
}
