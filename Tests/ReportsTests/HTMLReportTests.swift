import FleetModel
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
    private static let reports = [
        "dozen": SampleReport.dozen, "one look": SampleReport.oneLook, "outage": SampleReport.outage,
        "verdict": SampleReport.verdict, "hostile": SampleReport.hostile, "watched-outage": SampleReport.watchedOutage,
        "empty": SampleReport.empty,
    ]

    private func page(_ report: SnapshotReport) throws -> HTMLElement {
        try HTMLReader.read(HTMLReport().text(of: report))
    }

    @Test func `the report of a board that was open for two hours is as recorded`() throws {
        try expectGolden(HTMLReport().text(of: SampleReport.watchedOutage), "watched-outage.html")
    }

    @Test("Every element is closed, and every text escaped", arguments: reports.keys.sorted())
    func wellFormed(name: String) throws {
        let html = try page(try #require(Self.reports[name]))
        #expect(html.attributes == ["lang": "en"])
        #expect(html.children.map(\.name) == ["head", "body"])
    }

    @Test("Nothing is loaded and nothing runs", arguments: reports.keys.sorted())
    func selfContained(name: String) throws {
        let html = try page(try #require(Self.reports[name]))
        let policy = html.all("meta").compactMap { $0.attributes["content"] }.filter { $0.contains("default-src") }
        #expect(policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"])
        for element in html.all {
            #expect(!["script", "img", "link", "iframe", "object", "form", "use", "image"].contains(element.name))
            #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "style" })
        }
        let style = try #require(html.all("style").first).text
        #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
    }

    @Test("Identities are there once, and links within the page lead to one", arguments: reports.keys.sorted())
    func anchors(name: String) throws {
        let all = try page(try #require(Self.reports[name])).all
        let identities = all.compactMap { $0.attributes["id"] }
        #expect(identities.count == Set(identities).count)
        let named = all.compactMap { $0.attributes["aria-labelledby"] }.flatMap { $0.split(separator: " ") }
        let links = all.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
        // Without servers there is no list of them to skip to.
        let wanted = Set((named + links).map(String.init)).subtracting(name == "empty" ? ["grid"] : [])
        #expect(wanted.subtracting(identities).isEmpty)
    }

    @Test func `the sections stand in the order in which they are read`() throws {
        let titles = try page(SampleReport.watchedOutage).all("h2").map(\.text)
        #expect(
            titles == [
                "What this report is of", "One cause or many", "What is down", "All servers", "Certificates by week",
                "What has happened", "Server by server", "Gateways", "What was not tested",
            ])
    }

    @Test func `the head says whose state this is, when it was seen, and that it is simulated`() throws {
        let html = try page(SampleReport.watchedOutage)
        #expect(html.all("title").first?.text == "corp-prod: 18 down, 2 warnings, 21 ok, 2026-11-23 09:30 UTC")
        #expect(html.all("h1").map(\.text) == ["corp-prod"])
        let counts = try #require(html.all(ofClass: "counts").first).children.map { tile in
            tile.children.map(\.text).joined(separator: " ")
        }
        #expect(counts == ["down 1", "down behind rdgw-fra-1 17", "with a warning 2", "not known 0", "ok 21"])
        #expect(html.all(ofClass: "demo").map(\.text) == ["DEMO: this fleet is simulated"])
        #expect(try page(SampleReport.outage).all(ofClass: "demo").isEmpty)
        let about = try #require(html.all(ofClass: "about").first).text
        for words in ["10.20.0.15", "2026-11-23 07:30 UTC", "rdptop check corp-prod.yaml --format html", "worst first"]
        {
            #expect(about.contains(words))
        }
    }

    @Test func `a row of the grid has a head, nine cells with words, and leads to the details`() throws {
        let report = SampleReport.dozen
        let grid = try #require(try page(report).all(ofClass: "grid").first)
        #expect(grid.all("th").allSatisfy { $0.attributes["scope"] != nil })
        #expect(!(try #require(grid.all("caption").first)).text.isEmpty)
        let rows = try #require(grid.all("tbody").first).children
        #expect(rows.count == report.statuses.count)
        for (row, status) in zip(rows, report.worstFirst) {
            #expect(row.all("th").map(\.text) == [status.server.displayName])
            let cells = row.all(ofClass: "c")
            for (cell, layer) in zip(cells, Layer.allCases) {
                let expected = status.judgement.cells[layer]
                #expect(cell.text == "\(expected.sign) \(expected.words)")
            }
            #expect(cells.count == 9)
        }
    }

    @Test func `a certificate that several show is counted once, in the week in which it ends`() throws {
        var report = SampleReport.dozen
        let healthy = try #require(report.statuses.first { $0.snapshot?.certificate?.facts != nil })
        report.statuses = (0..<3).map { index in
            var status = healthy
            status.server = Server(name: "s\(index).example")
            status.snapshot?.certificate?.facts?.leaf.notAfter = report.at + .days(index == 2 ? 8 : -1)
            status.snapshot?.certificate?.facts?.leaf.sha256 = index == 2 ? "b" : "a"
            return status
        }
        report.gateways = []
        let weeks = CertificateWeeks(of: report)
        #expect(weeks.rows.map(\.title).prefix(4) == ["expired", "this week", "week 49", "week 50"])
        #expect(weeks.rows.count == CertificateWeeks.most + 3)
        #expect(weeks.rows[0].certificates == 1 && weeks.rows[0].names == ["s0.example", "s1.example"])
        #expect(weeks.rows[2].certificates == 1 && weeks.rows[2].names == ["s2.example"])
        #expect(weeks.total == 2)
        let html = try page(report)
        let bars = html.all("rect").filter { $0.attributes["class"]?.hasPrefix("bar") ?? false }
        #expect(bars.map { $0.attributes["width"] != "0.0%" } == weeks.rows.map { $0.certificates > 0 })
    }

    @Test func `the picture of the timeline has a mark for each story, and the list says the same`() throws {
        let html = try page(SampleReport.watchedOutage)
        let folds = SampleReport.watchedOutage.timeline.folds()
        #expect(html.all("circle").count == folds.count)
        let list = try #require(html.all(ofClass: "events").first).children
        #expect(list.count == folds.count)
        #expect(list.contains { $0.text.contains("gateway rdgw-fra-1 and 17 more: gateway refuses TCP 443") })
        #expect(list.contains { $0.text.contains("by kim: <reimaging> & more") })
    }

    @Test func `after one look there is no timeline, and the report says that it has no history`() throws {
        let html = try page(SampleReport.oneLook)
        #expect(!html.all("h2").contains { $0.text == "What has happened" })
        #expect(try #require(html.all(ofClass: "about").first).text.contains("one look, no history"))
    }

    @Test func `details have the evidence, the steps with their commands, and what each layer showed`() throws {
        let html = try page(SampleReport.verdict)
        let finding = try #require(SampleFleet.cut.judgement.headline)
        let details = try #require(html.all(ofClass: "fold").first)
        #expect(finding.evidence.allSatisfy { details.text.contains($0) })
        let commands = details.all("pre").map(\.text)
        #expect(finding.remedies.compactMap(\.command).allSatisfy(commands.contains))
        #expect(finding.remedies.compactMap(\.undo).allSatisfy(commands.contains))
        #expect(details.all(ofClass: "sure").contains { $0.text == finding.confidence.rawValue })
    }

    @Test func `a runbook is a link only where it is an address of the web`() {
        let web = ServerFacts.link("https://wiki.example/a?b=1&c=2").html
        #expect(web.hasPrefix("<a href=\"https://wiki.example/a?b=1&amp;c=2\" rel=\"noreferrer\">"))
        for address in ["javascript:alert(1)", "data:text/html,x", " https://x", "https://x y", "vbscript:x", "//x"] {
            #expect(!ServerFacts.link(address).html.contains("<a"))
        }
    }

    @Test func `a name of 64 KiB, NUL and bidi marks stay within their bounds`() throws {
        var report = SampleReport.oneLook
        let evil = "\u{0}\u{202E}\"'><script>" + String(repeating: "A", count: 65_536)
        report.fleetName = evil
        report.filter = evil
        report.commandLine = evil
        report.sourceAddress = evil
        report.cut = CutShort(evil, seen: 0, of: 1)
        report.statuses[0].server = Server(name: evil, site: evil, owner: evil, tags: [evil], runbook: evil)
        report.statuses[1].server = Server(name: evil + "B", site: evil)
        report.statuses[1].judgement.findings[0].evidence = [evil]
        let text = HTMLReport().text(of: report)
        #expect(text.utf8.count < 200_000)
        let html = try HTMLReader.read(text)
        #expect(html.all("script").isEmpty)
        #expect(html.all(ofClass: "fold").compactMap { $0.attributes["id"] }.count == 3)
    }

    @Test func `of a large fleet the details of healthy servers are left out, and the report says so`() throws {
        let statuses = SampleFleet.many(FoldedServers.mostHealthy + 100)
        let report = SnapshotReport(
            fleetName: "large", version: "0.1.0", at: SampleFleet.now, statuses: statuses,
            counts: StateCounts(statuses.map(\.judgement)))
        let html = try page(report)
        #expect(html.all(ofClass: "fold").count == report.troubled.count)
        #expect(html.text.contains("the details of \(report.healthy.count) servers that are ok are left out"))
        #expect(html.all("tbody").first?.children.count == statuses.count)
    }

    @Test func `a fleet of thousands has rows for its problems, and the names of all others`() throws {
        let statuses = SampleFleet.many(GridPlaces.mostRows + 1_000)
        let report = SnapshotReport(
            fleetName: "large", version: "0.1.0", at: SampleFleet.now, statuses: statuses,
            counts: StateCounts(statuses.map(\.judgement)))
        let html = try page(report)
        let problems = statuses.count { $0.judgement.state != .ok }
        #expect(html.all("tbody").first?.children.count == min(problems, GridPlaces.mostRows))
        let names = Set(html.all("th").map(\.text) + html.all("li").map(\.text))
        #expect(statuses.allSatisfy { names.contains($0.server.displayName) })
        #expect(html.text.contains("of 3000 servers, the worst first"))
    }

    @Test func `the same report is the same bytes`() {
        #expect(HTMLReport().text(of: SampleReport.watchedOutage) == HTMLReport().text(of: SampleReport.watchedOutage))
    }
}

@Suite struct MarkupTests {
    @Test func `a value is escaped for text and for attributes`() {
        let evil = "<b a=\"1\" c='2'>&\u{0}\n\u{202E}"
        let markup: Markup = "<p title=\"\(evil)\">\(evil)</p>"
        let safe = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\u{FFFD}\u{FFFD}\u{FFFD}"
        #expect(markup.html == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test func `pieces stand one after the other, and what is not there leaves nothing`() {
        let nothing: Markup? = nil
        let markup: Markup = "\(["<i>a</i>", "<i>b</i>"] as [Markup])\(nothing)\(7)"
        #expect(markup.html == "<i>a</i><i>b</i>7")
    }

    @Test func `two names are never one identity`() {
        let names =
            ["a_b", "a b", "a-b", "a.b", "a\u{E4}b", "ab", String(repeating: "x", count: 300)]
            + [String(repeating: "x", count: 301)]
        let anchors = names.map { PageAnchor(.server, $0).text } + [PageAnchor(.gateway, "ab").text]
        #expect(Set(anchors).count == anchors.count)
        let isPlain = anchors.allSatisfy {
            $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        }
        #expect(isPlain)
    }
}

@Suite struct PaletteTests {
    /// The relative luminance of WCAG 2.2.
    private func luminance(_ colour: Colour) -> Double {
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double(colour.rgb >> UInt32(shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    /// To the power of 2.4, by the square and the fifth root of the square, found by halving.
    private func power(_ base: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        let square = base * base
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if middle * middle * middle * middle * middle < square { low = middle } else { high = middle }
        }
        return square * low
    }

    private func contrast(_ first: Colour, _ second: Colour) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func `black on white has the contrast that the standard says`() {
        #expect(abs(contrast(Colour(0), Colour(0xFFFFFF)) - 21) < 0.001)
        #expect(abs(contrast(Colour(0x777777), Colour(0xFFFFFF)) - 4.478) < 0.001)
    }

    @Test("Every word can be read on what it stands on", arguments: [true, false])
    func readable(isLight: Bool) {
        for pair in (isLight ? Palette.light : .dark).pairs {
            let contrast = contrast(pair.ink, pair.ground)
            #expect(contrast >= pair.least, "\(pair.ink.text) on \(pair.ground.text): \(contrast)")
        }
    }
}
