import FleetModel
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct ReportTests {
    @Test("Each format writes the small fleet as recorded", arguments: ReportTable.formats.map(\.name))
    func golden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.dozen), "fleet.\(format.fileExtension)")
    }

    @Test("Each format leaves open since when after one look, as recorded", arguments: ReportTable.formats.map(\.name))
    func oneLookGolden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.oneLook), "one-look.\(format.fileExtension)")
    }

    @Test("Each format writes the outage of a gateway as recorded", arguments: ReportTable.formats.map(\.name))
    func outageGolden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.outage), "outage.\(format.fileExtension)")
    }

    @Test("Each format writes all parts of a verdict as recorded", arguments: ReportTable.formats.map(\.name))
    func verdictGolden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.verdict), "verdict.\(format.fileExtension)")
    }

    @Test(
        "Each format writes what a board has seen since its start as recorded",
        arguments: ReportTable.formats.map(\.name))
    func watchedGolden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.watched), "watched.\(format.fileExtension)")
    }

    @Test func `events of servers that are not in a report are not told`() {
        #expect(SampleReport.watched.events.map(\.text).contains("by kim: <b>carrier</b> called | =1+1"))
        #expect(!SampleReport.watched.events.map(\.text).contains("is not in this report"))
        let times = SampleReport.watched.events.map(\.at)
        #expect(times == times.sorted() && times.count == 27)
        for format in ReportTable.formats {
            #expect(!format.text(of: SampleReport.watched).contains("is not in this report"), "\(format.name)")
        }
    }

    @Test func `no command and no way back is broken in the text report`() {
        let lines = TextReport().text(of: SampleReport.verdict).split(separator: "\n")
        for remedy in SampleFleet.everyLabel.remedies {
            for text in [remedy.command, remedy.undo].compactMap({ $0 }) {
                #expect(lines.contains { $0.hasSuffix(text) }, "\(text)")
            }
        }
    }

    @Test("A certificate that is not valid yet has no days left, but some to wait", arguments: ["text", "markdown"])
    func notYetValid(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        var report = SampleReport.oneLook
        report.statuses.removeAll { $0.snapshot?.certificate?.facts == nil }
        report.statuses[0].judgement.state = .down
        report.statuses[0].snapshot?.certificate?.facts?.leaf.notBefore = report.at + .days(2)
        let text = format.text(of: report)
        let row = text.split(separator: "\n").first { $0.contains(report.statuses[0].server.displayName) }
        #expect(try #require(row).contains("in 2d"))
    }

    @Test func `Evidence is broken at blanks, and a fingerprint stays with its label`() throws {
        var report = SampleReport.verdict
        let long = Array(repeating: "abcdefg", count: 12).joined(separator: " ")
        let fingerprint = "sha-256 " + String(repeating: "0a", count: 32)
        report.statuses[0].judgement.findings[0].evidence = [long, fingerprint]
        let lines = TextReport().text(of: report).split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("abcdefg") })
        #expect(lines[first].count <= 80)
        #expect(lines[first + 1].hasPrefix(String(repeating: " ", count: 12) + "abcdefg"))
        #expect(lines.contains { $0.hasSuffix(fingerprint) })
    }

    @Test("Servers behind a gateway are one line for people", arguments: ["text", "markdown"])
    func folded(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        let text = format.text(of: SampleReport.outage)
        #expect(text.contains("24 servers behind rdgw-fra-1"))
        #expect(text.contains("rdsh-fra-120.corp.example and 4 more"))
        #expect(!text.contains("rdsh-fra-121"))
    }

    @Test(
        "Counts are of the whole fleet, also when a filter left servers out",
        arguments: [("text", "of 3 servers"), ("json", "\"total\": 3,"), ("markdown", "of 3.")])
    func wholeCounts(in name: String, words: String) throws {
        let format = try #require(ReportTable.format(named: name))
        var report = SampleReport.oneLook
        report.filter = "is:down"
        report.statuses.removeAll { $0.judgement.state != .down }
        #expect(report.statuses.count == 1)
        #expect(format.text(of: report).contains(words))
    }

    @Test("Each format writes hostile texts as recorded", arguments: ReportTable.formats.map(\.name))
    func hostileGolden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: SampleReport.hostile), "hostile.\(format.fileExtension)")
    }

    @Test("No format writes a control character, whatever a server says", arguments: ReportTable.formats.map(\.name))
    func noControlCharacters(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        for report in [
            SampleReport.dozen, SampleReport.hostile, SampleReport.outage, SampleReport.empty, SampleReport.poisoned,
        ] {
            // A format whose lines end with CR LF has no other CR.
            let text = format.text(of: report).replacing("\r\n", with: "\n")
            let unsafe = text.unicodeScalars.filter { $0 != "\n" && !CleanText.isSafe($0) }
            #expect(unsafe.isEmpty, "\(unsafe.map { String($0.value, radix: 16) })")
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
            let isTrailing = text.split(separator: "\n").contains { $0.hasSuffix(" ") }
            #expect(!isTrailing)
        }
    }

    @Test(
        "The same report is the same bytes, and none is longer than it has to be",
        arguments: ReportTable.formats.map(\.name))
    func reproducible(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        for report in [SampleReport.watched, SampleReport.poisoned] {
            #expect(Array(format.text(of: report).utf8) == Array(format.text(of: report).utf8))
        }
        // A text of 64 KiB is cut wherever it stands.
        let longest = format.text(of: SampleReport.poisoned).split(separator: "\n").map(\.utf8.count).max() ?? 0
        #expect(longest < 128 * 1_024)
    }

    @Test("No text of a server begins a line of its own", arguments: ReportTable.formats.map(\.name))
    func noForgedLine(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        let lines = format.text(of: SampleReport.poisoned).split(whereSeparator: \.isNewline)
        let forged = lines.filter { $0.hasPrefix("# d") || $0.hasPrefix("=HYPERLINK") || $0.hasPrefix("gnp") }
        #expect(forged.isEmpty)
    }

    @Test func `the folder and the table have the same formats`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Reports/Formats").resolvingSymlinksInPath()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(ReportTable.formats.map { "\(type(of: $0)).swift" }))
        #expect(files.count == ReportTable.formats.count)
        #expect(Set(ReportTable.formats.map(\.fileExtension)).count == files.count)
        #expect(ReportTable.format(named: "nothing") == nil)
    }

    @Test func `the worst servers come first, the critical before the other warnings`() {
        let states = SampleReport.dozen.worstFirst.map(\.judgement.state)
        #expect(states == states.sorted())
        let warnings = SampleReport.dozen.worstFirst.filter { $0.judgement.state == .warning }
        #expect(warnings.first?.judgement.headline?.severity == .critical)
        #expect(SampleReport.dozen.troubled.count + SampleReport.dozen.healthy.count == SampleFleet.dozen.count)
    }
}

@Suite struct TextReportTests {
    @Test func `the columns of the table are aligned`() throws {
        let lines = TextReport().text(of: SampleReport.dozen).split(separator: "\n", omittingEmptySubsequences: false)
        let title = try #require(lines.first { $0.hasPrefix("STATE") })
        let column = try #require(title.range(of: "DPTXSCNUG")).lowerBound.utf16Offset(in: title)
        let rows = lines.drop { $0 != title }.dropFirst().prefix { !$0.isEmpty }
        #expect(rows.count == SampleFleet.dozen.count)
        for row in rows {
            let signs = row.dropFirst(column).prefix(9)
            #expect(signs.allSatisfy { ".!:-?TRUNPHEMVWCSAB".contains($0) } && signs.count == 9, "\(row)")
        }
    }

    @Test func `what the failing servers share stands right below the counts`() throws {
        let lines = TextReport().text(of: SampleReport.outage).split(separator: "\n")
        #expect(lines[1].hasPrefix("DOWN 1 +24 behind"))
        #expect(lines[2] == "likely one cause: 24 of 25 down sit behind rdgw-fra-1; 1 of 1 healthy do")
        #expect(lines[3] == "  1 more server shares this, ok")
    }

    @Test func `that they share nothing is said, too`() {
        var report = SampleReport.outage
        report.causes = CommonCauses(failing: 21, healthy: 371, unexplained: 21)
        let words = "21 down, nothing in common that the healthy do not have"
        #expect(TextReport().text(of: report).contains("\nno common cause seen: \(words)\n"))
        #expect(MarkdownReport().text(of: report).contains("\nNo common cause seen: \(words).\n"))
        report.causes = .none
        #expect(!TextReport().text(of: report).contains("cause seen"))
    }

    @Test func `an empty fleet is a header and no row`() {
        let text = TextReport().text(of: SampleReport.empty)
        #expect(text.contains("of 0 servers"))
        #expect(!text.contains("DOWN  "))
    }
}

@Suite struct JSONReportTests {
    @Test func `the document parses, and says what the fleet is`() throws {
        for report in [SampleReport.dozen, SampleReport.hostile, SampleReport.empty] {
            let text = JSONReport().text(of: report)
            let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let document = try #require(parsed as? [String: Any])
            #expect(document["schema"] as? Int == 3)
            #expect(document["at"] as? String == "2026-11-23T09:30:00Z")
            let servers = try #require(document["servers"] as? [[String: Any]])
            #expect(servers.count == report.statuses.count)
            for (server, status) in zip(servers, report.statuses) {
                #expect(server["id"] as? String == status.server.id.text)
                #expect(server["state"] as? String == status.judgement.state.rawValue)
                let cells = try #require(server["cells"] as? [String: [String: Any]])
                #expect(Set(cells.keys) == Set(Layer.allCases.map(\.rawValue)))
                for layer in Layer.allCases {
                    #expect(cells[layer.rawValue]?["sign"] as? String == String(status.judgement.cells[layer].sign))
                }
                let findings = try #require(server["findings"] as? [[String: Any]])
                #expect(findings.map { $0["rule"] as? String } == status.judgement.findings.map(\.rule))
            }
        }
    }

    @Test func `servers behind a gateway are counted by its name, and apart`() throws {
        let text = JSONReport().text(of: SampleReport.outage)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let counts = try #require(document["counts"] as? [String: Any])
        #expect(counts["down"] as? Int == 1)
        #expect(counts["behind"] as? [String: Int] == ["rdgw-fra-1": 24])
        #expect(counts["total"] as? Int == 26)
        let servers = try #require(document["servers"] as? [[String: Any]])
        #expect(servers.filter { $0["behind"] as? String == "rdgw-fra-1" }.count == 24)
        let gateways = try #require(document["gateways"] as? [[String: Any]])
        #expect(gateways.map { $0["state"] as? String } == ["down", "ok"])
        #expect((gateways[1]["transport"] as? [String: Any])?["status"] as? Int == 401)
    }

    @Test func `what the failing servers share has its numbers and its servers`() throws {
        let text = JSONReport().text(of: SampleReport.outage)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let shared = try #require(document["shared_causes"] as? [String: Any])
        #expect(shared["failing"] as? Int == 25 && shared["healthy"] as? Int == 1 && shared["unexplained"] as? Int == 1)
        let cause = try #require((shared["statements"] as? [[String: Any]])?.first)
        #expect(cause["trait"] as? String == "gateway" && cause["value"] as? String == "rdgw-fra-1")
        #expect(cause["failing"] as? Int == 24 && cause["failing_total"] as? Int == 25)
        #expect((cause["servers"] as? [String])?.count == 24)
        // The numbers are those of the sentence.
        let sentence = try #require(cause["statement"] as? String)
        let (working, all) = (try #require(cause["working"] as? Int), try #require(cause["working_total"] as? Int))
        #expect(sentence.contains("; \(working) of \(all) healthy do"))
    }

    @Test func `what is not looked at every time says when it was seen`() throws {
        let text = JSONReport().text(of: SampleReport.outage)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let servers = try #require(document["servers"] as? [[String: Any]])
        let whole = try #require(servers.first { $0["name"] as? String == SampleFleet.whole.server.name })
        let layers = try #require(whole["layers"] as? [String: [String: Any]])
        #expect(layers["nla"]?["at"] as? String == "2026-11-23T06:29:40Z")
        #expect(layers["nla"]?["requirement"] as? String == "required")
        #expect(layers["nla"]?["product"] as? String == "Windows Server 2022")
        #expect(layers["udp"]?["answered"] as? String == "3")
        #expect(layers["companion"]?["symbol"] as? String == "HYBRID_REQUIRED_BY_SERVER")
        #expect((whole["variants"] as? [Any])?.count == 3)
    }

    @Test func `the same report is the same text, with sorted keys`() {
        let text = JSONReport().text(of: SampleReport.dozen)
        #expect(text == JSONReport().text(of: SampleReport.dozen))
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.prefix { $0 != ":" } }
        #expect(top.count == 19)
        #expect(top == top.sorted())
    }

    @Test func `hostile text stays text`() throws {
        let text = JSONReport().text(of: SampleReport.hostile)
        #expect(!text.contains("<"))
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let server = try #require((parsed?["servers"] as? [[String: Any]])?.first)
        let leaf = (server["certificate"] as? [String: Any])?["leaf"] as? [String: Any]
        let subject = try #require(leaf?["subject"] as? String)
        #expect(subject.contains("|a|b|<script>alert(1)</script>"))
        #expect(!subject.contains("\n") && !subject.contains("\u{1B}"))
    }
}

@Suite struct MarkdownReportTests {
    @Test func `a table row has as many cells as the title, whatever a server says`() {
        for report in [SampleReport.dozen, SampleReport.hostile] {
            let rows = MarkdownReport().text(of: report).split(separator: "\n").filter { $0.hasPrefix("|") }
            #expect(rows.count == report.troubled.count + 2)
            for row in rows {
                let bars = zip(row, " " + row).filter { $0.0 == "|" && $0.1 != "\\" }.count
                #expect(bars == 7, "\(row)")
            }
        }
    }

    @Test func `no tag and no heading of a server reaches the page`() {
        let text = MarkdownReport().text(of: SampleReport.hostile)
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("# ") }.count == 1)
    }

    @Test func `a runbook is not turned into a link to elsewhere`() {
        let text = MarkdownReport().text(of: SampleReport.dozen)
        #expect(text.contains("runbook `https://wiki.corp.example/rds`"))
    }
}
