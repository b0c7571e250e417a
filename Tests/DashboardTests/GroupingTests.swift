import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// Rows under headings of the user's choice, and the views that count them.
@Suite struct GroupingTests {
    @Test(arguments: [
        (200, "17 DOWN  2 WARN  1 ok"), (80, "17 of 20 DOWN"), (60, "17 of 20 DOWN"),
    ])
    func `How many are down behind a gateway is said in words`(width: Int, words: String) throws {
        var behind = (101...117).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0).corp.example") }
        behind.append(SampleFleet.whole)
        behind += (1...2).map { number in
            var sample = ServerSample.oldTLS("rdsh-fra-01\(number).corp.example", "10.20.4.1\(number)")
            sample.server.gateway = "rdgw-fra-1"
            return sample
        }
        var screen = Screen(behind, Size(width: width, height: 24), gateways: [SampleFleet.refusedGateway()])
        screen.show(.gateways)
        #expect(screen.text().contains(" \(words) "))
    }

    @Test(arguments: [
        ("s", ["-22 fra", "-2 head office", "-8 ber", "-3 lab", "-4 nyc", "-2 sin"]),
        ("g", ["-17 rdgw-fra-1", "-20 no gateway", "-4 rdgw-nyc-1"]),
        ("o", ["-17 team-vdi", "-16 no owner", "-8 team-ber"]),
        ("t", ["-41 prod"]), ("n", []),
        ("c", ["+17 behind rdgw-fra-1", "+5 TCP 3389 refused", "+3 nyc"]),
    ])
    func `All servers by what the user chooses`(key: String, headings: [String]) throws {
        let screen = try OutageFleet.screen(in: .all, "t", key)
        #expect(Set(screen.lines.filter { $0.hasPrefix("-") || $0.hasPrefix("+") }) == Set(headings))
        #expect(screen.state.shownServers.count == OutageFleet.samples.count)
        #expect(Set(screen.state.shownServers).count == OutageFleet.samples.count)
    }

    @Test func `Groups stand in the order of their first rows`() throws {
        let screen = try OutageFleet.screen(in: .all, "t", "a")
        let headings = screen.lines.filter { $0.hasPrefix("-") }
        #expect(headings == ["-29 DOWN", "-3 WARN", "-2 ?", "-7 ok"])
    }

    @Test func `Each view keeps its groups, and what is folded in them`() throws {
        var screen = try OutageFleet.screen(in: .all, "t", "s", "Enter", "1", "2")
        #expect(screen.lines.first == "+2 head office")
        try screen.press("1")
        #expect(screen.lines.first == "rdgw-fra-1:")
        #expect(screen.state.grouping == .cause)
        try screen.press("t", "s")
        #expect(screen.lines.prefix(2) == ["rdgw-fra-1:", "rdgw-nyc-1:"])
    }

    @Test func `A view without groups says so`() throws {
        let screen = try OutageFleet.screen(in: .gateways, "t")
        #expect(screen.state.notice?.text == "this view has no groups")
        #expect(screen.state.prompt == nil)
    }

    // MARK: Gateways

    @Test func `Gateways stand with the worst first`() throws {
        let screen = try OutageFleet.screen(in: .gateways)
        #expect(screen.lines == ["rdgw-fra-1:", "rdgw-nyc-1:", "rdgw-lab-1:", "rdgw-sin-1:"])
    }

    @Test func `A gateway opens as a server does, and the next follows`() throws {
        var screen = try OutageFleet.screen(in: .gateways, "Enter")
        #expect(screen.text().contains("gateway refuses TCP 443"))
        try screen.press("J")
        #expect(screen.text().contains("certificate ends in 12d"))
        try screen.press("x")
        #expect(screen.text().contains("why rdgw-nyc-1 is WARN"))
        try screen.press("q", "K", "q")
        #expect(screen.selectedLine == "rdgw-fra-1:")
    }

    @Test func `A gateway that nobody has probed says so`() throws {
        var screen = Screen([], gateways: [])
        screen.state.shown.gateways = ["a": GatewayStatus(gateway: Gateway(name: "a", host: "a.corp.example"))]
        screen.state.show(.gateways)
        try screen.press("Enter")
        #expect(screen.text().contains("not probed yet"))
    }

    @Test func `A fleet without gateways says so`() throws {
        var screen = Screen()
        screen.state.show(.gateways)
        #expect(screen.text().contains("There is no gateway in this fleet."))
    }

    // MARK: Sites

    @Test func `Sites stand with the worst first`() throws {
        let screen = try OutageFleet.screen(in: .sites)
        #expect(screen.lines == ["fra 22", "ber 8", "nyc 4", "head office 2", "lab 3", "sin 2"])
    }

    @Test(arguments: [
        (Layer.tcp, 1, 4), (.gateway, 17, 17), (.dns, 0, 5), (.tls, 0, 3), (.nla, 0, 1),
    ])
    func `A site counts what failed of what was tried`(layer: Layer, failed: Int, tried: Int) throws {
        let screen = try OutageFleet.screen(in: .sites)
        let counts = try #require(screen.state.board.layers[.site("fra")])
        #expect((counts[layer].failed, counts[layer].tried) == (failed, tried))
    }

    @Test(arguments: [(120, "1/4 !3"), (100, "1/4 !3"), (80, "1!3")])
    func `A layer that fails at some and warns at others shows both`(width: Int, cell: String) throws {
        var samples = (1...3).map { ServerSample.oldTLS("rdsh-ber-00\($0).corp.example", "10.70.0.\($0)") }
        var broken = ServerSample.oldTLS("rdsh-ber-009.corp.example", "10.70.0.9")
        broken.signs = ".?..H::::"
        samples.append(broken)
        let screen = try Self.sites(samples, width: width)
        #expect(screen.canvas.lines.contains { $0.contains(" \(cell) ") }, "\(screen.text())")
    }

    @Test func `The help says what the numbers of sites mean`() throws {
        var screen = try OutageFleet.screen(in: .sites)
        try screen.press("?", "/")
        screen.type("the layer failed at")
        #expect(screen.text().contains("2/14"))
    }

    private static func sites(_ samples: [ServerSample], width: Int) throws -> Screen {
        var screen = Screen(samples, Size(width: width, height: 24))
        screen.show(.sites)
        return screen
    }

    @Test(arguments: [
        ([String](), "site:fra", 22), (["j", "j", "j"], "site:\"head office\"", 2),
        (["t", "g"], "gateway:rdgw-fra-1", 17), (["t", "t", "j"], "tag:rds", 4),
        (["t", "o"], "owner:team-vdi", 17),
    ])
    func `A site opens as a filter of all servers`(keys: [String], filter: String, count: Int) throws {
        var screen = try OutageFleet.screen(in: .sites)
        for key in keys { try screen.press(key) }
        try screen.press("Enter")
        #expect(screen.state.view == .all)
        #expect(screen.state.filterText == filter)
        #expect(screen.lines.count == count)
    }

    @Test func `What has no name in the fleet file has no filter either`() throws {
        var sample = ServerSample.healthy("a", "10.0.0.1")
        sample.server.site = nil
        var screen = Screen([sample])
        screen.state.show(.sites)
        try screen.press("Enter")
        #expect(screen.state.notice?.text == "no filter finds what has no site")
        #expect(screen.state.view == .sites)
    }

    @Test func `A server counts at each of its tags`() throws {
        let screen = try OutageFleet.screen(in: .sites, "t", "t")
        #expect(screen.lines == ["prod 41", "rds 4"])
    }

    // MARK: Screens

    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)])
    func `The views at every size`(width: Int, height: Int) throws {
        for view in [ViewID.problems, .gateways, .sites] {
            let screen = try OutageFleet.screen(in: view, size: (width, height))
            try expectGolden(screen.text(), "\(view.rawValue)-\(width)x\(height).txt")
        }
        let grouped = try OutageFleet.screen(in: .all, "t", "s", size: (width, height))
        try expectGolden(grouped.text(), "grouped-\(width)x\(height).txt")
    }

    @Test func `Problems in roles, and unfolded`() throws {
        var screen = try OutageFleet.screen(in: .problems, size: (80, 24))
        try expectGolden(screen.text(withStyles: true), "problems-roles.txt")
        try screen.press("*")
        try expectGolden(screen.text(), "problems-unfolded.txt")
    }

    @Test(arguments: ["behind", "verdict", "cause"])
    func `What a fold means is explained`(kind: String) throws {
        var screen = try OutageFleet.screen(in: .problems, "j", size: (80, 60))
        let line = ["behind": "+17 behind rdgw-fra-1", "verdict": "+5 TCP 3389 refused", "cause": "+3 nyc"][kind]
        for _ in screen.lines where screen.selectedLine != line { try screen.press("e") }
        try screen.press("x")
        try expectGolden(screen.text(), "explain-fold-\(kind).txt")
    }

    @Test(arguments: [(80, 40), (40, 10)])
    func `The details of a gateway`(width: Int, height: Int) throws {
        let screen = try OutageFleet.screen(in: .gateways, "Enter", size: (width, height))
        try expectGolden(screen.text(), "gateway-detail-\(width)x\(height).txt")
    }

    // MARK: Cost

    @Test func `Lines are made of numbers, whatever ten thousand servers are called`() throws {
        let statuses = SampleFleet.many(10_000)
        var state = DashboardState(
            DashboardSetup(fleetName: "many", version: "0.1.0", glyphs: .ascii), servers: statuses.map(\.server),
            size: Size(width: 80, height: 24), now: SampleFleet.now)
        _ = state.apply(.statuses(statuses))
        _ = state.apply(.key(.character("1")))
        #expect(state.items.count == 3)
        #expect(state.board.groups.values.map(\.members.count).reduce(0, +) == 1_304)
    }
}
