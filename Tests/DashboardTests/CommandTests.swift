import Drawing
import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CommandTests {
    private static func screen(_ size: Size = Size(width: 80, height: 24)) -> Screen {
        Screen(SampleFleet.dozen, size, explainer: .sample)
    }

    /// Types a command and Enter.
    private static func run(_ command: String, in screen: inout Screen) throws {
        try screen.press(":")
        screen.type(command)
        try screen.press("Enter")
    }

    @Test(arguments: ["0x904 0x7", "2308", " 2308 ", "explain 0x904 0x7", "explain   2308"])
    func `A code opens its page`(command: String) throws {
        var screen = Self.screen()
        try Self.run(command, in: &screen)
        #expect(screen.state.place == .answer)
        #expect(!screen.state.isTyping)
        #expect(screen.text().contains("Would show it now: 1 server"))
    }

    @Test(
        arguments: [
            ("q", [.quit]), ("quit", [.quit]), ("", []), ("   ", []),
            ("w a.json", [.writeReport(Self.request("a.json", .json))]),
            ("w my report.md", [.writeReport(Self.request("my report.md", .markdown))]),
        ] as [(String, [Effect])])
    func `A command asks for what it should, and leaves the prompt`(command: String, effects: [Effect]) throws {
        var screen = Self.screen()
        try Self.run(command, in: &screen)
        #expect(screen.effects == effects)
        #expect(!screen.state.isTyping)
    }

    private static func request(_ path: String, _ format: FileFormat) -> WriteRequest {
        WriteRequest(
            path: path, format: format, servers: Screen().state.shownServers, filter: "", order: "severity, then newest"
        )
    }

    @Test(arguments: [
        ("nonsense", " nonsense: no command and no code; try 0x904 0x7, 2308, w FILE, q"),
        ("explain 9", " name a code, such as explain 0x904 0x7"),
    ])
    func `What is not understood is said in a sentence, and the text stays`(command: String, sentence: String) throws {
        var screen = Self.screen()
        try Self.run(command, in: &screen)
        #expect(screen.canvas.lines.last == sentence)
        guard case .command(let line) = screen.state.prompt else {
            Issue.record("the prompt is closed")
            return
        }
        #expect(line.text == command)
        try screen.press("Backspace")
        #expect(screen.canvas.lines.last != sentence)
        try screen.press("Esc")
        #expect(!screen.state.isTyping)
    }

    @Test func `A report without a name asks for one`() throws {
        var screen = Self.screen()
        try Self.run("w", in: &screen)
        #expect(screen.canvas.lines[22].hasPrefix(" write to> ./rdptop-prod-eu"))
        var empty = Screen([])
        try Self.run("w a", in: &empty)
        #expect(empty.state.notice?.text == "no row: the fleet has no server")
        #expect(empty.effects.isEmpty)
    }

    // MARK: The page of a code

    @Test func `Enter opens the server under the cursor, and q comes back to the page`() throws {
        var screen = Self.screen()
        try screen.press("j")
        try Self.run("2308", in: &screen)
        try screen.press("j", "j", "Enter")
        #expect(screen.state.place == .detail)
        let opened = try #require(screen.selected)
        #expect(opened == "rdsh-sin-002")
        try screen.press("q")
        #expect(screen.state.place == .answer)
        #expect(screen.state.answer?.cursor == 2)
        try screen.press("q")
        #expect(screen.state.place == .board)
        #expect(screen.selected == "kiosk-07")
    }

    @Test func `From the details the page leads back to the details`() throws {
        var screen = Self.screen()
        try screen.press("j", "Enter", "G")
        let scroll = screen.state.detailScroll
        try Self.run("2308", in: &screen)
        try screen.press("Enter", "x", "q", "Esc")
        #expect(screen.state.place == .answer)
        try Self.run("0x904 0x7", in: &screen)
        try screen.press("Esc")
        #expect(screen.state.place == .detail)
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.detailScroll == scroll)
    }

    @Test func `j goes through the servers and then through the text, and k comes back`() throws {
        var screen = Self.screen(Size(width: 80, height: 20))
        try Self.run("2308", in: &screen)
        let servers = try #require(screen.state.answer?.text.servers.count)
        #expect(servers == 12)
        for _ in 0..<200 { try screen.press("j") }
        #expect(screen.canvas.lines.contains { $0.contains("Whether the server's certificate") })
        for _ in 0..<200 { try screen.press("k") }
        #expect(screen.state.answer?.cursor == 0)
        #expect(screen.state.answer?.scroll == 0)
        try screen.press("G")
        #expect(screen.canvas.lines.contains { $0.contains("Whether the server's certificate") })
        try screen.press("g")
        #expect(screen.state.answer?.scroll == 0)
    }

    @Test func `The question is asked on Enter and when asked again, and never while drawing`() throws {
        let counter = Counter()
        var screen = Screen(
            explainer: Explainer(
                answer: { text, rows, now in
                    counter.count()
                    return Explainer.sample.answer(text, rows, now)
                }, refutations: { _, _, _ in [] }))
        try Self.run("2308", in: &screen)
        #expect(counter.value == 1)
        _ = screen.text()
        try screen.press("j", "Enter", "q")
        _ = screen.state.apply(.resized(Size(width: 50, height: 20)))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(30)))
        _ = screen.state.apply(.statuses([ServerSample.healthy("rdsh-nyc-009.corp.example", "10.30.2.9").status]))
        #expect(screen.text().contains("asked 30s ago"))
        #expect(counter.value == 1)
        try screen.press("r")
        #expect(counter.value == 2)
        #expect(screen.text().contains("Would show it now: no server"))
    }

    @Test func `Advice is looked up when the explanation opens, and when the server was probed`() throws {
        let counter = Counter()
        var screen = Screen(
            explainer: Explainer(
                answer: { _, _, _ in nil },
                refutations: { status, gateway, now in
                    counter.count()
                    return Explainer.sample.refutations(status, gateway, now)
                }))
        try screen.press("Enter")
        #expect(counter.value == 0)
        try screen.press("x")
        #expect(counter.value == 1)
        _ = screen.text()
        try screen.press("j", "k")
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(1)))
        _ = screen.state.apply(.statuses([SampleFleet.cut]))
        #expect(counter.value == 1)
        _ = screen.state.apply(.statuses([ServerSample.notRDPHTTP("intranet.corp.example", "10.20.0.80").status]))
        #expect(counter.value == 2)
        try screen.press("q", "x")
        #expect(counter.value == 3)
    }

    @Test func `What one thing speaks against stands together, and the reason once`() throws {
        let reason = "From here the port is reached."
        var screen = Screen(
            SampleFleet.dozen, Size(width: 80, height: 90),
            explainer: Explainer(
                answer: { _, _, _ in nil },
                refutations: { _, _, _ in
                    [
                        Refutation(claim: "Flush the DNS cache.", why: reason),
                        Refutation(claim: "Switch NLA off.", why: "NLA was not reached."),
                        Refutation(claim: "Open the port.", why: reason),
                    ]
                }))
        try screen.press("x")
        let lines = screen.text().split(separator: "\n").map(String.init)
        let claim = try #require(lines.firstIndex { $0.contains("Flush the DNS cache.") })
        #expect(lines[claim + 1].contains("Open the port."))
        #expect(lines[claim + 2].contains(reason))
        #expect(lines.count { $0.contains(reason) } == 1)
    }

    @Test func `Two findings with the same evidence show it once, and a fingerprint is not broken`() throws {
        let fingerprint = String(repeating: "0a", count: 32)
        var sample = SampleFleet.cut
        let finding = try #require(sample.judgement.headline)
        sample.judgement.findings = [finding, finding].enumerated().map { index, finding in
            var finding = finding
            finding.medium = "finding \(index)"
            finding.evidence = ["sha-256 " + fingerprint]
            return finding
        }
        var screen = Screen(SampleFleet.dozen, Size(width: 80, height: 90))
        _ = screen.state.apply(.statuses([sample]))
        try screen.select(sample.server.name)
        try screen.press("x")
        let lines = screen.text().split(separator: "\n")
        #expect(lines.contains { $0.contains("finding 1") })
        #expect(lines.count { $0.contains(fingerprint) } == 1)
    }

    /// Counts how often something was asked for.
    private final class Counter: Sendable {
        private let asked = Mutex(0)
        var value: Int { asked.withLock { $0 } }
        func count() { asked.withLock { $0 += 1 } }
    }

    @Test func `Of many servers the first five hundred are listed`() throws {
        let statuses = SampleFleet.many(23 * 600)
        var setup = DashboardSetup(fleetName: "prod", version: "0.1.0", glyphs: .ascii)
        setup.explainer = .sample
        var state = DashboardState(
            setup, servers: statuses.map(\.server), size: Size(width: 80, height: 24), now: SampleFleet.now)
        _ = state.apply(.statuses(statuses))
        for key in ":2308" { _ = state.apply(.key(.character(key))) }
        _ = state.apply(.key(.enter))
        let page = try #require(state.answer)
        #expect(page.text.servers.count == 1_000)
        let lines = page.text.lines.map(\.text)
        #expect(lines.contains(" Would show it now: 600 servers"))
        #expect(lines.contains("   and 100 more"))
        #expect(lines.contains("   and 700 more"))
    }

    @Test(arguments: ["theme mono", "theme  MONO"])
    func `A theme is set by its name, without a menu`(command: String) throws {
        var screen = Self.screen()
        try Self.run(command, in: &screen)
        #expect(screen.effects == [.theme(.mono)] && screen.state.prompt == nil)
        #expect(screen.state.notice?.text == "theme mono; --theme mono asks for it from the start")
    }

    @Test func `Names of themes complete, and a wrong one is explained`() throws {
        var screen = Self.screen()
        try screen.press(":")
        screen.type("theme hi")
        try screen.press("Tab", "Enter")
        #expect(screen.effects == [.theme(.highContrast)])
        try Self.run("theme mnoo", in: &screen)
        #expect(screen.state.notice?.text == "mnoo is no theme; did you mean mono?")
        #expect(screen.state.isTyping)
        try screen.press("Esc")
        try Self.run("theme", in: &screen)
        guard case .menu? = screen.state.prompt else {
            Issue.record("no menu")
            return
        }
    }
}
