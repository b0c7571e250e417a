import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct DetailTabTests {
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

    @Test(arguments: [(0, nil), (1, "1"), (9, "9"), (10, "A"), (35, "Z"), (36, nil)] as [(Int, Character?)])
    func `A step is copied by its number, or by a letter`(step: Int, key: Character?) {
        #expect(CopyKeys.key(of: step) == key)
    }
}

extension String {
    /// Runs of blanks as one.
    fileprivate var replacingDoubleBlanks: String { split(separator: " ").joined(separator: " ") }
}
