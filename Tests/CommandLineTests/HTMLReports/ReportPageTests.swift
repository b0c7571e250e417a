import Foundation
import LabSupport
import Testing

/// The HTML report as people open it: of the simulated fleet, in Chromium.
@Suite("The HTML report in a browser")
struct ReportPageTests {
    /// A report on the disk, and what Chromium made of it.
    private struct Report: Sendable {
        let folder: ScratchFolder
        let page: String
        let visit: PageVisit
    }

    /// A phone and a desk, by day and by night, folded as it comes; then with everything unfolded.
    private static let views = [
        ReportBrowser.View(name: "390-light", width: 390, most: 6_000),
        ReportBrowser.View(name: "390-dark", width: 390, dark: true, most: 6_000),
        ReportBrowser.View(name: "360-light", width: 360, most: 6_000),
        ReportBrowser.View(name: "1280-light", width: 1280, most: 6_000),
        ReportBrowser.View(name: "1280-dark", width: 1280, dark: true, most: 6_000),
        ReportBrowser.View(name: "390-open", width: 390, open: true, most: 6_000),
        ReportBrowser.View(name: "1280-open", width: 1280, open: true, most: 6_000),
        ReportBrowser.View(name: "1280-open-dark", width: 1280, dark: true, open: true, most: 6_000),
    ]

    /// One check of the simulated fleet, which takes some twenty seconds.
    private static let checked = Once { () -> Report in
        let binary = try RdptopBinary()
        let folder = try ScratchFolder()
        let demo = try await SimulatedFleetProcess.start(binary, serverCount: 64, in: folder)
        let result = try await run(
            executable: LabProgram.nsenter.path(),
            arguments: ["--net=/proc/\(demo.process.pid)/ns/net", binary.path]
                + ["check", demo.fleetFile, "--format", "html", "--no-recheck"],
            environment: ["HOME": folder.path])
        await demo.process.stop()
        #expect(result.status == 2, "\(result.standardError)")
        let page = try folder.write(result.standardOutput, to: "report.html")
        return Report(
            folder: folder, page: page, visit: try await ReportBrowser.visit(page, named: "check", views: views))
    }

    /// The report of a board that was open for two hours, as the tests of the formats record it.
    private static let watched = Once { () -> Report in
        let golden = SourceTree.root.appending(path: "Tests/ReportsTests/Golden/watched-outage.html").path
        return Report(
            folder: try ScratchFolder(), page: golden,
            visit: try await ReportBrowser.visit(golden, named: "watched", views: views))
    }

    /// The same of servers that say whatever may harm a page.
    private static let hostile = Once { () -> Report in
        let golden = SourceTree.root.appending(path: "Tests/ReportsTests/Golden/hostile.html").path
        return Report(
            folder: try ScratchFolder(), page: golden,
            visit: try await ReportBrowser.visit(golden, named: "hostile", views: views))
    }

    private static let reports = ["check": checked, "watched": watched, "hostile": hostile]

    private func report(_ name: String) async throws -> Report {
        try await #require(Self.reports[name]).value
    }

    @Test("loads nothing but itself", arguments: reports.keys.sorted())
    func loadsNothing(name: String) async throws {
        let report = try await report(name)
        #expect(report.visit.requests == ["file://\(report.page)"])
        #expect(report.visit.complaints.isEmpty)
    }

    @Test("is never wider than its window", arguments: reports.keys.sorted())
    func fits(name: String) async throws {
        let views = try await report(name).visit.views
        #expect(views.count == Self.views.count)
        for view in views { #expect(view.scrollWidth <= view.width, "\(view.name)") }
    }

    @Test("keeps every rule of accessibility, in every size and light", arguments: reports.keys.sorted())
    func accessible(name: String) async throws {
        for view in try await report(name).visit.views {
            #expect(view.found.count == AccessibilityRule.all.count)
            for rule in AccessibilityRule.all {
                let broken = try #require(view.found[rule.name])
                #expect(broken.isEmpty, "\(view.name), \(rule.name): \(broken.prefix(3))")
            }
        }
    }

    @Test("has nothing folded on paper", arguments: reports.keys.sorted())
    func paper(name: String) async throws {
        let visit = try await report(name).visit
        #expect(visit.foldedOnPaper.isEmpty, "\(visit.foldedOnPaper.prefix(3))")
        #expect(visit.paperBytes > 10_000)
    }

    @Test("is HTML to a parser that forgives nothing", arguments: reports.keys.sorted())
    func valid(name: String) async throws {
        let page = try await report(name).page
        // Raises at the first parse error of the HTML standard.
        let script = "import html5lib, sys; html5lib.HTMLParser(strict=True).parse(open(sys.argv[1], 'rb'))"
        try await run(.python, ["-c", script, page])
    }

    @Test("is the picture in the documentation")
    func picture() async throws {
        let picture = SourceTree.root.appending(path: "docs/report.png")
        if ProcessInfo.processInfo.environment["RDPTOP_RECORD"] == "1" {
            _ = try await ReportBrowser.visit(
                try await Self.watched.value.page, named: "picture",
                views: [ReportBrowser.View(name: "1280", width: 1280, most: 2_000)])
            let made = try Data(contentsOf: URL(filePath: "\(ReportBrowser.folder)/picture-1280.png"))
            try made.write(to: picture)
        }
        let size = try #require(try FileManager.default.attributesOfItem(atPath: picture.path)[.size] as? Int)
        #expect((20_000..<300_000).contains(size))
        let seen = try #require(try await PagePicture.read([picture.path]).first)
        // As wide as a desk, by day, and with something on it.
        #expect(seen.width == 1_280 && (1_000...2_000).contains(seen.height))
        #expect(seen.colours > 50 && seen.lightness > 200)
    }

    @Test("is drawn, light by day and dark by night", arguments: reports.keys.sorted())
    func light(name: String) async throws {
        let visit = try await report(name).visit
        let views = Self.views.filter { !$0.open }
        let paths = views.map { "\(ReportBrowser.folder)/\(name)-\($0.name).png" }
        #expect(visit.views.map(\.name).prefix(views.count) == views.map { "\(name)-\($0.name)" }[...])
        for (view, picture) in zip(views, try await PagePicture.read(paths)) {
            #expect(picture.width == view.width && picture.height > view.height, "\(view.name)")
            #expect(picture.colours > 50, "\(view.name)")
            #expect(view.dark ? picture.lightness < 80 : picture.lightness > 200, "\(view.name)")
        }
    }
}
