import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct GoldenScreenTests {
    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)])
    func `The board at every size`(width: Int, height: Int) throws {
        let screen = Screen(SampleFleet.dozen, Size(width: width, height: height))
        try expectGolden(screen.text(), "board-\(width)x\(height).txt")
    }

    @Test(arguments: [(80, 24), (20, 5)])
    func `Every screen of the demo says so`(width: Int, height: Int) throws {
        let screen = Screen(SampleFleet.dozen, Size(width: width, height: height), isDemo: true)
        try expectGolden(screen.text(), "demo-\(width)x\(height).txt")
    }

    @Test func `The board in roles`() throws {
        try expectGolden(Screen().text(withStyles: true), "board-roles.txt")
    }

    @Test func `The board with Unicode glyphs`() throws {
        try expectGolden(Screen(glyphs: .unicode).text(), "board-unicode.txt")
    }

    @Test func `A fleet at several sites shows them`() throws {
        var samples = SampleFleet.dozen
        samples[0].server.site = "Singapore"
        try expectGolden(Screen(samples, Size(width: 120, height: 24)).text(), "board-sites.txt")
    }

    @Test func `Nothing is known before the first probe`() throws {
        try expectGolden(Screen(isProbed: false).text(), "not-probed.txt")
    }

    @Test func `A healthy fleet says so`() throws {
        let samples = (1...3).map { ServerSample.healthy("rdsh-\($0).corp.example", "10.0.0.\($0)") }
        try expectGolden(Screen(samples).text(), "all-ok.txt")
    }

    @Test(arguments: [(80, 24), (60, 15)])
    func `An outage of several servers is one sentence`(width: Int, height: Int) throws {
        var samples = (1...6).map { ServerSample.tcpRefused("rdsh-fra-00\($0).corp.example", "10.20.4.\($0)") }
        samples[5].state = .unconfirmed
        samples.append(.certificateExpired("rdsh-nyc-003.corp.example", "10.30.2.3"))
        var early = ServerSample.certificateExpired("rdsh-nyc-004.corp.example", "10.30.2.4").saying(
            "certificate-not-yet-valid", "cert not yet valid", "certificate not valid for another 2d")
        early.snapshot?.certificate?.facts?.leaf.notBefore = SampleFleet.now + .days(2)
        samples.append(early)
        let screen = Screen(samples, Size(width: width, height: height))
        try expectGolden(screen.text(), "outage-\(width)x\(height).txt")
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func `What the failing servers share is said above all`(width: Int, height: Int) throws {
        let samples = SampleFleet.dozen + (1...17).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0 + 100)") }
        let cause = SharedCause(
            trait: .gateway, value: "rdgw-fra-1", failing: 17, failingTotal: 25, healthy: 0, healthyTotal: 6,
            confidence: .likely, statement: "17 of 25 down sit behind rdgw-fra-1; 0 of 6 healthy do",
            short: "17 of 25 down sit behind rdgw-fra-1", servers: [])
        let screen = Screen(
            samples, Size(width: width, height: height), gateways: [SampleFleet.refusedGateway()],
            causes: [cause, cause])
        try expectGolden(screen.text(), "causes-\(width)x\(height).txt")
    }

    @Test func `A fleet without servers is a sentence`() throws {
        try expectGolden(Screen([]).text(), "empty.txt")
    }

    @Test func `Hostile texts stay in their place`() throws {
        var samples = SampleFleet.hostile
        samples.append(.tcpRefused("東京サーバー端末接続確認用第一号機.corp.example", "10.66.6.3"))
        samples.append(.tcpRefused(String(repeating: "long", count: 40) + ".corp.example", "10.66.6.4"))
        samples.append(.healthy("bad\u{FFFD}name", "10.66.6.5"))
        var screen = Screen(samples)
        try expectGolden(screen.text(), "hostile.txt")
        try screen.select("rdsh-evil-001.corp.example")
        try screen.press("Enter", "G")
        try expectGolden(screen.text(), "hostile-detail.txt")
    }

    // MARK: The filter

    @Test func `Typing a filter shows what it leaves`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nyc !is:ok")
        try expectGolden(screen.text(), "filter.txt")
    }

    @Test func `A mistake in the filter is named and underlined`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nyc layer:ssl")
        try expectGolden(screen.text(), "filter-mistake.txt")
        let prompt = screen.canvas[row: 22]
        let underlined = prompt.filter { $0.style.attributes.contains(.underline) }.map { Character($0.scalar) }
        #expect(String(underlined) == "layer:ssl")
    }

    @Test func `A filter that hides everything says how to clear it`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nowhere")
        try screen.press("Enter")
        try expectGolden(screen.text(), "filter-empty.txt")
    }

    @Test func `A small screen says what a filter hides`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 60, height: 10))
        try screen.press("/")
        screen.type("nyc")
        try screen.press("Enter")
        try expectGolden(screen.text(), "filter-60x10.txt")
    }

    // MARK: One server

    @Test(arguments: [
        ("rdsh-nyc-003.corp.example", "expired"), ("rdsh-fra-002.corp.example", "refused"),
        ("kiosk-07.corp.example", "standard"), ("rdsh-fra-001.corp.example", "healthy"),
        ("rdsh-sin-009.corp.example", "not-probed"),
    ])
    func `The details of a server`(name: String, title: String) throws {
        var screen = Screen()
        try screen.select(name)
        try screen.press("Enter")
        try expectGolden(screen.text(), "detail-\(title).txt")
        _ = screen.state.apply(.resized(Size(width: 80, height: 80)))
        try expectGolden(screen.text(), "detail-\(title)-whole.txt")
    }

    @Test(arguments: [(80, 24), (120, 40), (80, 110), (40, 120)])
    func `The details of a server of which everything is known`(width: Int, height: Int) throws {
        var screen = Screen(
            SampleFleet.dozen + [SampleFleet.whole], Size(width: width, height: height),
            gateways: [SampleFleet.workingGateway()])
        try screen.select(SampleFleet.whole.server.name)
        try screen.press("Enter")
        try expectGolden(screen.text(), "whole-\(width)x\(height).txt")
    }

    private static let tabs = DetailTabID.allCases.map(\.rawValue)

    /// A server of which everything is known, and one that tries to break whatever shows it.
    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)], tabs)
    func `Each tab of the details at every size`(size: (width: Int, height: Int), tab: String) throws {
        for (sample, title) in [(SampleFleet.whole, "tab"), (SampleFleet.hostile[0], "tab-hostile")] {
            var screen = Screen(
                SampleFleet.dozen + [SampleFleet.whole] + SampleFleet.hostile,
                Size(width: size.width, height: size.height), gateways: [SampleFleet.workingGateway()],
                explainer: .sample)
            try screen.select(sample.server.name)
            try screen.open(tab)
            try expectGolden(screen.text(), "\(title)-\(tab)-\(size.width)x\(size.height).txt")
        }
    }

    @Test(arguments: tabs)
    func `Each tab of the details in Unicode`(tab: String) throws {
        var screen = Screen(
            SampleFleet.dozen + [SampleFleet.whole], glyphs: .unicode, gateways: [SampleFleet.refusedGateway()],
            explainer: .sample)
        try screen.select(SampleFleet.whole.server.name)
        try screen.open(tab)
        try expectGolden(screen.text(), "tab-\(tab)-unicode.txt")
    }

    @Test(arguments: [(80, 24), (120, 40), (80, 60), (40, 60), (60, 15)])
    func `The steps of a server that is down, one after the other`(width: Int, height: Int) throws {
        var screen = Self.cut(Size(width: width, height: height))
        try screen.select(SampleFleet.cut.server.name)
        try screen.open("remedy")
        try expectGolden(screen.text(), "remedy-\(width)x\(height).txt")
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)])
    func `Two servers beside each other`(width: Int, height: Int) throws {
        var screen = Screen(
            SampleFleet.dozen + [SampleFleet.whole], Size(width: width, height: height),
            gateways: [SampleFleet.workingGateway()])
        try screen.select("rdsh-lab-003.corp.example")
        try screen.press("=")
        try expectGolden(screen.text(), "compare-\(width)x\(height).txt")
    }

    // MARK: Gateways

    @Test(arguments: [(120, 40), (80, 24), (60, 15), (40, 10), (20, 5)])
    func `Servers behind a gateway that is down are counted apart`(width: Int, height: Int) throws {
        let screen = Screen(
            Self.behind, Size(width: width, height: height), gateways: [SampleFleet.refusedGateway()])
        try expectGolden(screen.text(), "behind-\(width)x\(height).txt")
    }

    @Test func `The details of a server behind a gateway name what is wrong with it`() throws {
        var screen = Screen(Self.behind, gateways: [SampleFleet.refusedGateway()])
        try screen.select("rdsh-fra-103.corp.example")
        try screen.press("Enter")
        try expectGolden(screen.text(), "behind-detail.txt")
    }

    /// Seventeen servers behind a gateway, and some that are down by themselves.
    private static let behind: [ServerSample] =
        (101...117).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0).corp.example") } + SampleFleet.dozen

    @Test(arguments: [(80, 24), (60, 15)])
    func `What is wrong on our side is one calm line`(width: Int, height: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: height))
        _ = screen.state.apply(.ourSide("our link seems down: no verdicts"))
        try expectGolden(screen.text(), "our-side-\(width)x\(height).txt")
        try screen.press("Enter")
        #expect(screen.text().contains("our link seems down"))
        try screen.press("q")
        _ = screen.state.apply(.ourSide(nil))
        #expect(!screen.text().contains("our link"))
    }

    @Test(arguments: [(60, 15), (40, 10)])
    func `The details on a small screen`(width: Int, height: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: height))
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.press("Enter")
        try expectGolden(screen.text(), "detail-\(width)x\(height).txt")
    }

    @Test func `The details stand below the grid on a large screen`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 120, height: 40))
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.press("Enter")
        try expectGolden(screen.text(), "detail-120x40.txt")
    }

    @Test func `The details with Unicode glyphs on a small screen`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 40, height: 60), glyphs: .unicode)
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.press("Enter")
        try expectGolden(screen.text(), "detail-unicode.txt")
    }

    @Test func `The explanation of a row`() throws {
        var screen = Screen()
        try screen.press("x")
        try expectGolden(screen.text(), "explain.txt")
        try screen.press("q")
        try screen.select("rdsh-fra-001.corp.example")
        try screen.press("x")
        try expectGolden(screen.text(), "explain-healthy.txt")
    }

    // MARK: Why

    /// The sample fleet with a server that has something to say under every label, and what it shares with another.
    private static func cut(_ size: Size) -> Screen {
        var screen = Screen(SampleFleet.dozen, size, explainer: .sample)
        _ = screen.state.apply(.statuses([SampleFleet.cut]))
        let fra = SharedCause(
            trait: .site, value: "nyc", failing: 3, failingTotal: 8, healthy: 0, healthyTotal: 3, confidence: .likely,
            statement: "3 of 8 down are of site nyc; 0 of 3 healthy are", servers: [SampleFleet.cut.server.id])
        let other = SharedCause(
            trait: .build, value: "10.0.17763", failing: 2, failingTotal: 8, healthy: 1, healthyTotal: 3,
            confidence: .possible, statement: "2 of 8 down run build 10.0.17763; 1 of 3 healthy does",
            servers: [SampleFleet.cut.server.id])
        let elsewhere = SharedCause(
            trait: .gateway, value: "rdgw-fra-1", failing: 4, failingTotal: 8, healthy: 0, healthyTotal: 3,
            confidence: .likely, statement: "4 of 8 down sit behind rdgw-fra-1; 0 of 3 healthy do",
            servers: [SampleFleet.dozen[0].server.id])
        _ = screen.state.apply(.causes([elsewhere, fra, other]))
        return screen
    }

    @Test(arguments: [(80, 24), (120, 40), (80, 130), (40, 60)])
    func `The details say what to do first, and mark what weakens security`(width: Int, height: Int) throws {
        var screen = Self.cut(Size(width: width, height: height))
        try screen.select(SampleFleet.cut.server.name)
        try screen.press("Enter")
        try expectGolden(screen.text(), "why-detail-\(width)x\(height).txt")
    }

    @Test(arguments: [(80, 24), (120, 40), (80, 150), (40, 60)])
    func `The explanation of a server that cuts TLS says everything`(width: Int, height: Int) throws {
        var screen = Self.cut(Size(width: width, height: height))
        try screen.select(SampleFleet.cut.server.name)
        try screen.press("x")
        try expectGolden(screen.text(), "why-explain-\(width)x\(height).txt")
    }

    @Test(arguments: [(120, 40), (80, 24), (60, 15), (40, 10)])
    func `The page of a code lists the servers that would show it, and those that would not`(
        width: Int, height: Int
    ) throws {
        var screen = Self.cut(Size(width: width, height: height))
        try screen.press(":")
        screen.type("0x904 0x7")
        try expectGolden(screen.text(), "code-prompt-\(width)x\(height).txt")
        try screen.press("Enter")
        try expectGolden(screen.text(), "code-\(width)x\(height).txt")
        try screen.press("G")
        try expectGolden(screen.text(), "code-end-\(width)x\(height).txt")
    }

    // MARK: Help and prompts

    @Test func `The help`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 80, height: 130))
        try screen.press("?")
        try expectGolden(screen.text(), "help.txt")
        _ = screen.state.apply(.resized(Size(width: 40, height: 10)))
        try expectGolden(screen.text(), "help-40x10.txt")
    }

    @Test func `The prompt of a report`() throws {
        var screen = Screen()
        try screen.press("w")
        try expectGolden(screen.text(), "write.txt")
    }

    @Test func `A key without a binding says so, on a small screen too`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 60, height: 15))
        try screen.press("%")
        try expectGolden(screen.text(), "dead-key.txt")
    }
}
