import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct DetailTabTests {
    @Test(arguments: [(80, 24), (120, 40), (200, 60)])
    func `The footer names Tab, which every keyboard has`(width: Int, height: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: height))
        try screen.press("Enter")
        #expect(screen.canvas.lines.last?.contains("Tab:Next tab") == true)
        try screen.press("Tab")
        #expect(screen.state.detailTab == .layers)
    }

    @Test func `A bad certificate stops no probe, and the history says so where all got through`() throws {
        var screen = Screen(SampleFleet.dozen)
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.open("history")
        #expect(!screen.text().contains("stops no probe"))
        var status = ServerSample.certificateExpired("rdsh-nyc-003.corp.example", "10.30.2.3").status
        status.snapshot = status.snapshot?.following(nil)
        _ = screen.state.apply(.statuses([status]))
        #expect(screen.text().contains("what is wrong with a certificate stops no probe"))
    }

    @Test(arguments: [
        (["Tab"], DetailTabID.layers), (["]"], .layers), (["Tab", "Tab"], .certificate), (["shift-Tab"], .remedy),
        (["["], .remedy), (["[", "]"], .overview), (["Tab", "Tab", "Tab", "Tab", "Tab", "Tab"], .overview),
        (["Tab", "J"], .layers), (["Tab", "e"], .layers), (["Tab", "q", "Enter"], .overview),
    ])
    func `Tab turns the tabs, and another server keeps the one in front`(keys: [String], tab: DetailTabID) throws {
        var screen = Screen()
        try screen.press("Enter")
        for key in keys { try screen.press(key) }
        #expect(screen.state.detailTab == tab)
        #expect(screen.state.isDetailOpen)
    }

    @Test func `Each tab is found again where it was left, and another server begins at its top`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 60, height: 15))
        try screen.press("Enter", "j", "j", "Tab")
        #expect(screen.state.detailScroll == 0)
        try screen.press("j", "shift-Tab")
        #expect(screen.state.detailScroll == 2)
        try screen.press("Tab")
        #expect(screen.state.detailScroll == 1)
        try screen.press("J", "shift-Tab")
        #expect(screen.state.detailScroll == 0)
    }

    @Test(arguments: [
        (80, " Overview  Layers  Certificate  [Negotiation] History  Remedy "),
        (66, " Overview  Layers  Certificate  [Negotiation] History  Remedy "),
        (58, " Overview  Layers  Cert [NLA] History  Remedy "), (46, " Overview  Layers  Cert [NLA] History  Remedy "),
        (45, "[Negotiation] 4 of 6"), (20, "[Negotiation] 4 of 6"), (19, "[Negotiation]"),
    ])
    func `The line of tabs narrows to short titles, and then to the one in front`(width: Int, text: String) {
        let line = TabLine.line(.negotiation, width: width)
        #expect(line.text.replacingDoubleBlanks == text.replacingDoubleBlanks)
        #expect(line.width <= width || width < 13)
    }

    @Test func `Nothing on the line of tabs moves when another one comes to the front`() {
        let widths = Set(DetailTabID.allCases.map { TabLine.line($0, width: 80).width })
        #expect(widths.count == 1)
    }

    @Test func `The fleet is walked for what a tab needs, and not while another one is in front`() throws {
        var screen = Screen(SampleFleet.dozen + [SampleFleet.whole])
        try screen.select(SampleFleet.whole.server.name)
        try screen.press("Enter")
        #expect(screen.state.reading?.kin == nil)
        try screen.press("Tab", "Tab")
        let kin = try #require(screen.state.reading?.kin)
        #expect(kin.counted == SampleFleet.now)
        // Others change: the counts stand for ten seconds.
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(9)))
        _ = screen.state.apply(.statuses([ServerSample.noSuchName("rdsh-fra-001.corp.example").status]))
        #expect(screen.state.reading?.kin == kin)
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(10)))
        #expect(screen.state.reading?.kin?.sameIssuer == kin.sameIssuer - 1)
        try screen.press("Tab", "Tab")
        #expect(screen.state.reading?.kin == nil)
    }

    @Test func `Servers are kin by issuer, week, fingerprint and build`() throws {
        var same = SampleFleet.whole
        same.server = SampleFleet.server("same.corp.example")
        same.snapshot?.companion = nil
        var early = ServerSample.healthy("early.corp.example", "10.0.0.2")
        early.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .hours(5)
        early.snapshot?.certificate?.facts?.leaf.sha256 = SampleFleet.fingerprint("aa")
        let windows = ServerSample.selfSigned("win.corp.example", "10.0.0.3")
        let screen = Screen([SampleFleet.whole, same, early, windows, .notProbed("new.corp.example")])
        let kin = FleetKin(of: 0, in: screen.state.rows, now: SampleFleet.now)
        #expect(kin.sameIssuer == 2)
        #expect(kin.sameWeek == 1)
        #expect(kin.sameCertificate == 1)
        #expect(kin.sameBuild == 1)
        #expect(kin.otherNLA == 1)
        #expect(kin.next == FleetKin.NextToEnd(row: 2, ends: SampleFleet.now + .hours(5)))
    }

    @Test(arguments: [
        (Int64(0), "1969-12-29"), (345_599, "1969-12-29"), (345_600, "1970-01-05"), (1_795_426_200, "2026-11-23"),
        (1_796_030_999, "2026-11-30"), (-259_200, "1969-12-29"), (-259_201, "1969-12-22"),
    ])
    func `A week begins on Monday`(seconds: Int64, monday: String) {
        #expect(Instant(seconds: seconds).startOfWeek.dateText == monday)
    }

    @Test func `Steps are numbered through all findings, and the same ones stand there once`() {
        var second = SampleFleet.everyLabel
        second.rule = "other"
        var third = second
        third.remedies = [Remedy(.check, at: .gateway, "Look there", run: "Get-Service TSGateway")]
        let judgement = Judgement(state: .down, cells: .unknown, findings: [SampleFleet.everyLabel, second, third])
        let steps = NumberedSteps(judgement, gateway: nil)
        #expect(steps.parts.map(\.first) == [1, 7])
        #expect(steps.commands.map(\.number) == Array(1...7))
        #expect(steps.commands.last?.command == "Get-Service TSGateway")
    }

    @Test(arguments: [
        (["y", "1"], "qwinsta", "the command of step 1 for rdsh-nyc-009.corp.example"),
        (["y", "5"], "Restart-Service TermService -Force", "the command of step 5 for rdsh-nyc-009.corp.example"),
        (["y", "h"], "rdsh-nyc-009.corp.example", "host of rdsh-nyc-009.corp.example"),
    ])
    func `y and a number copy the command of a step`(keys: [String], text: String, what: String) throws {
        var screen = Screen()
        _ = screen.state.apply(.statuses([SampleFleet.cut]))
        try screen.select(SampleFleet.cut.server.name)
        try screen.open("remedy")
        for key in keys { try screen.press(key) }
        #expect(screen.effects == [.copy(text, what: what)])
    }

    @Test func `On any other tab a number copies nothing`() throws {
        var screen = Screen()
        _ = screen.state.apply(.statuses([SampleFleet.cut]))
        try screen.select(SampleFleet.cut.server.name)
        try screen.press("Enter", "y", "1")
        #expect(screen.effects.isEmpty)
        #expect(screen.state.prompt == nil)
    }

    @Test func `The steps of the gateway that a server is down behind are its own`() {
        let sample = SampleFleet.behind("rdgw-fra-1", "a.example")
        let steps = NumberedSteps(sample.judgement, gateway: SampleFleet.refusedGateway())
        #expect(steps.commands.last?.command == "Get-Service TSGateway")
        #expect(steps.commands.last?.number == 3)
        let alone = ServerSample.tcpRefused("a.example", "10.0.0.1")
        #expect(NumberedSteps(alone.judgement, gateway: SampleFleet.refusedGateway()).commands.count == 2)
    }

    @Test func `What a second verdict rests on is there, too`() throws {
        var sample = SampleFleet.cut
        var other = SampleFleet.everyLabel
        other.rule = "other"
        other.medium = "another thing is wrong"
        other.long = "In a sentence of its own."
        other.evidence = ["seen once more"]
        other.remedies = [Remedy(.check, at: .client, "Look there", run: "mstsc")]
        sample.judgement.findings.append(other)
        var screen = Screen()
        _ = screen.state.apply(.statuses([sample]))
        try screen.select(sample.server.name)
        try screen.press("Enter")
        let overview = DetailPane().lines(screen.state, width: 200).map(\.text).joined(separator: "\n")
        for part in [other.medium, other.long, "seen once more"] { #expect(overview.contains(part)) }
        screen.state.detailTab = .remedy
        let remedy = DetailPane().lines(screen.state, width: 200).map(\.text)
        #expect(remedy.contains(" another thing is wrong (likely)"))
        #expect(remedy.contains("   look, on a client:"))
        #expect(remedy.contains("   7. Look there: mstsc"))
    }

    // MARK: History

    /// A server that is probed every minute, and fails from one probe to another.
    private static func probed(_ count: Int, failing: Range<Int>, _ size: Size) throws -> Screen {
        let healthy = ServerSample.healthy("rdsh-fra-001.corp.example", "10.20.4.1")
        let refused = ServerSample.tcpRefused("rdsh-fra-001.corp.example", "10.20.4.1")
        let start = SampleFleet.now - .minutes(Int64(count))
        var screen = Screen([healthy], size, isProbed: false, now: start)
        var status = ServerStatus(server: healthy.server)
        for number in 0..<count {
            let sample = failing.contains(number) ? refused : healthy
            let time = start + .minutes(Int64(number + 1))
            var snapshot = try #require(sample.snapshot)
            snapshot.began = time - .milliseconds(96)
            snapshot.ended = time
            snapshot.dns?.at = time
            snapshot.tcp?.at = time
            snapshot.x224?.at = time
            snapshot.tls?.at = time
            snapshot.certificate?.at = time
            snapshot.sinceStart = SinceStart(began: snapshot.began)
            status.take(snapshot.following(status.snapshot), sample.judgement)
            _ = screen.state.apply(.tick(time))
            _ = screen.state.apply(.statuses([status]))
        }
        return screen
    }

    @Test(arguments: [(80, 24), (120, 40), (60, 15), (40, 30)])
    func `The history says what was seen since the start, with the count behind it`(width: Int, height: Int) throws {
        var screen = try Self.probed(30, failing: 14..<18, Size(width: width, height: height))
        try screen.open("history")
        try expectGolden(screen.text(), "history-\(width)x\(height).txt")
    }

    @Test func `The last changes stand on the overview`() throws {
        var screen = try Self.probed(30, failing: 14..<18, Size(width: 80, height: 24))
        try screen.press("Enter")
        #expect(screen.text().contains("last        2026-11-23 09:19:00Z ok was DOWN: TCP 3389 refused"))
        #expect(screen.text().contains("2026-11-23 09:15:00Z DOWN TCP 3389 refused"))
    }

    @Test(arguments: [
        (0..<0, "30 of 30 probes (100.0%)"), (14..<18, "26 of 30 probes (86.6%)"), (0..<30, "0 of 30 probes (0.0%)"),
    ])
    func `A share below the whole never reads as the whole`(failing: Range<Int>, words: String) throws {
        let screen = try Self.probed(30, failing: failing, Size(width: 80, height: 24))
        let memory = try #require(screen.state.selectedStatus?.snapshot?.sinceStart)
        #expect(OutcomesSection.share(memory) == words)
    }

    @Test(arguments: [(0, nil), (1, "1"), (9, "9"), (10, "A"), (35, "Z"), (36, nil)] as [(Int, Character?)])
    func `A step is copied by its number, or by a letter`(step: Int, key: Character?) {
        #expect(CopyKeys.key(of: step) == key)
    }
}

extension String {
    /// Runs of blanks as one.
    fileprivate var replacingDoubleBlanks: String { split(separator: " ").joined(separator: " ") }
}
