import Foundation
import LabSupport

/// What Chromium makes of a page.
struct PageVisit: Sendable, Decodable {
    /// The page in one size and one light.
    struct View: Sendable, Decodable {
        let name: String
        let width: Int
        /// How wide the content is.
        let scrollWidth: Int
        /// What breaks each rule.
        let found: [String: [String]]
    }

    /// The addresses of everything that was asked for, the page included.
    let requests: [String]
    /// What the browser complained of.
    let complaints: [String]
    let views: [View]
    /// What is folded even on paper.
    let foldedOnPaper: [String]
    /// The size of the PDF.
    let paperBytes: Int
}

/// Opens reports in headless Chromium, in a network without any other machine.
struct ReportBrowser {
    /// A size and a light to look at the page in.
    struct View: Encodable {
        var name: String
        var width: Int
        var height = 900
        var dark = false
        /// Whether everything that is folded is unfolded first; it stays so.
        var open = false
        /// The most pixels of height in the picture; all of them when nil.
        var most: Int?
    }

    private struct Job: Encodable {
        let chromium: String
        let profile: String
        let page: String
        let folder: String
        let views: [View]
        let rules: [AccessibilityRule]
        let prelude: String
        let foldedOnPaper: String
        let paper: String
    }

    /// Where the pictures are left for people to look at, as docs/html-report.md says; ignored by git.
    static var folder: String { SourceTree.root.appending(path: ".build/report-screens").path }

    /// Opens a page, looks at it in each view, and prints it.
    ///
    /// - Parameters:
    ///   - page: The path of the file.
    ///   - name: What the names of the pictures begin with.
    ///   - views: In this order.
    ///   - folder: Where the pictures are written.
    /// - Returns: What was seen.
    /// - Throws: ``LabError`` when the browser does not get to its end.
    static func visit(
        _ page: String, named name: String, views: [View], in folder: String = folder
    ) async throws -> PageVisit {
        let scratch = try ScratchFolder()
        let job = Job(
            chromium: try LabProgram.chromium.path(), profile: scratch["profile"], page: page, folder: folder,
            views: views.map { view in
                var view = view
                view.name = "\(name)-\(view.name)"
                return view
            }, rules: AccessibilityRule.all, prelude: AccessibilityRule.prelude,
            foldedOnPaper: """
                all('details').filter(d => d.lastElementChild.getBoundingClientRect().height < 10).map(brief)
                """, paper: "\(name).pdf")
        let script = SourceTree.root.appending(path: "Tests/CommandLineTests/HTMLReports/browse.py").path
        let answer = try await run(
            .unshare, ["--net", LabProgram.python.path(), script],
            environment: ["HOME": scratch.path, "TMPDIR": scratch.path],
            input: String(decoding: try JSONEncoder().encode(job), as: UTF8.self), within: .seconds(240))
        return try JSONDecoder().decode(PageVisit.self, from: Data(answer.utf8))
    }
}
