import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// Problems under what explains them.
@Suite struct FoldingTests {
    private static let folded = [
        "rdgw-fra-1:", "+17 behind rdgw-fra-1", "intranet", "kiosk-07", "+5 TCP 3389 refused", "rdsh-lab-001", "+3 nyc",
        "rdsh-sin-002", "rdsh-fra-020", "rdsh-lab-003", "rdsh-nyc-004", "rdgw-nyc-1:",
    ]

    @Test func `Problems stand under their gateway, their cause, or their verdict, each once`() throws {
        let screen = try OutageFleet.screen(in: .problems)
        #expect(screen.lines == Self.folded)
    }

    @Test func `Every server with a problem is on the screen or under a heading, and no other`() throws {
        let screen = try OutageFleet.screen(in: .problems)
        let shown = screen.state.shownServers
        let problems = OutageFleet.samples.filter(\.state.isProblem).map(\.server.id)
        #expect(Set(shown) == Set(problems))
        #expect(shown.count == problems.count)
    }

    @Test(arguments: [
        (["Enter"], ["-17 behind rdgw-fra-1", "  rdsh-fra-101", "  rdsh-fra-102"]),
        (["+"], ["-17 behind rdgw-fra-1", "  rdsh-fra-101", "  rdsh-fra-102"]),
        (["+", "+"], ["-17 behind rdgw-fra-1", "  rdsh-fra-101", "  rdsh-fra-102"]),
        (["Enter", "Enter"], ["+17 behind rdgw-fra-1", "intranet", "kiosk-07"]),
        (["Enter", "j", "j", "-"], ["+17 behind rdgw-fra-1", "intranet", "kiosk-07"]),
        (["*"], ["-17 behind rdgw-fra-1", "  rdsh-fra-101", "  rdsh-fra-102"]),
        (["*", "*"], ["+17 behind rdgw-fra-1", "intranet", "kiosk-07"]),
        (["-"], ["+17 behind rdgw-fra-1", "intranet", "kiosk-07"]),
    ])
    func `A heading folds and unfolds`(keys: [String], lines: [String]) throws {
        var screen = try OutageFleet.screen(in: .problems, "j")
        for key in keys { try screen.press(key) }
        #expect(Array(screen.lines[1...3]) == lines)
        #expect(screen.selectedLine == lines[0])
    }

    @Test func `A heading says of how many of its servers somebody knows, where there is room`() throws {
        var screen = try OutageFleet.screen(in: .problems, "j")
        #expect(!screen.text().contains("acked"))
        try screen.press("a", "Enter")
        let heading = try #require(screen.canvas.lines.first { $0.contains("+] ") && $0.contains("17 servers: ") })
        #expect(heading.contains("likely  acked 17"))
    }

    @Test func `Moving the cursor leaves the number of lines alone`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        for _ in 0..<20 {
            try screen.press("j")
            #expect(screen.lines == Self.folded)
        }
    }

    @Test func `A fold stays open when it grows, shrinks, goes and comes back`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        let position = try #require(screen.lines.firstIndex(of: "+5 TCP 3389 refused"))
        for _ in 0..<position { try screen.press("j") }
        try screen.press("Enter")
        #expect(screen.selectedLine == "-5 TCP 3389 refused")
        let refusing = OutageFleet.samples.filter { $0.rule == "tcp-refused" }
        let recovered = refusing.map { ServerSample.healthy($0.server.name, "10.70.0.9").status }
        screen.letOrderGo()
        _ = screen.state.apply(.statuses([recovered[0]]))
        #expect(screen.selectedLine == "-4 TCP 3389 refused")
        _ = screen.state.apply(.statuses(Array(recovered.dropFirst())))
        #expect(!screen.lines.contains { $0.contains("TCP 3389 refused") })
        _ = screen.state.apply(.statuses(refusing.map(\.status)))
        #expect(screen.lines.contains("-5 TCP 3389 refused"))
        #expect(screen.lines.contains("  rdsh-ber-001"))
    }

    @Test func `Of fewer than three it is not said that they have something in common`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        let refusing = OutageFleet.samples.filter { $0.rule == "tcp-refused" }
        _ = screen.state.apply(
            .statuses(refusing.dropFirst(2).map { ServerSample.healthy($0.server.name, "10.70.0.9").status }))
        #expect(screen.lines.contains("rdsh-ber-001") && screen.lines.contains("rdsh-fra-002"))
    }

    @Test func `What a cause no longer holds together stands by its verdict`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        _ = screen.state.apply(.causes([]))
        #expect(!screen.lines.contains("+3 nyc"))
        #expect(screen.lines.contains("rdsh-nyc-003") && screen.lines.contains("+17 behind rdgw-fra-1"))
    }

    @Test func `Servers behind a gateway of which nothing is known fold nevertheless`() throws {
        var screen = Screen(OutageFleet.samples)
        try screen.press("1")
        #expect(screen.lines.contains("+17 behind rdgw-fra-1"))
        #expect(!screen.lines.contains { $0.hasSuffix(":") })
    }

    @Test func `Servers that nobody probes any more are a problem, and one line`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        _ = screen.state.apply(.tick(SampleFleet.probed + .seconds(140)))
        #expect(!screen.lines.contains { $0.contains("not probed") })
        _ = screen.state.apply(.tick(SampleFleet.probed + .seconds(141)))
        #expect(screen.lines.contains("+7 not probed for long"))
    }

    @Test func `A muted server is no problem of this view`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        let before = screen.lines
        let position = try #require(before.firstIndex(of: "kiosk-07"))
        for _ in 0..<position { try screen.press("j") }
        try screen.press("m", "1")
        screen.type("reimaging")
        try screen.press("Enter")
        #expect(screen.lines == before.filter { $0 != "kiosk-07" })
    }

    // MARK: The cursor

    @Test func `A server that goes under a heading takes the cursor along`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        _ = screen.state.apply(.causes([]))
        let position = try #require(screen.lines.firstIndex(of: "rdsh-nyc-009"))
        for _ in 0..<position { try screen.press("j") }
        screen.letOrderGo()
        _ = screen.state.apply(.causes(OutageFleet.causes))
        #expect(screen.selectedLine == "+3 nyc")
        _ = screen.state.apply(.causes([]))
        #expect(screen.selectedLine == "rdsh-nyc-003")
    }

    @Test func `A heading keeps the cursor while its servers change`() throws {
        var screen = try OutageFleet.screen(in: .problems, "j")
        screen.letOrderGo()
        let samples = OutageFleet.samples.prefix(10).map { ServerSample.healthy($0.server.name, "10.20.4.9").status }
        _ = screen.state.apply(.statuses(samples))
        #expect(screen.selectedLine == "+7 behind rdgw-fra-1")
    }

    @Test func `A server that is being read keeps its details though it goes under a heading`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        _ = screen.state.apply(.causes([]))
        let position = try #require(screen.lines.firstIndex(of: "rdsh-nyc-009"))
        for _ in 0..<position { try screen.press("j") }
        try screen.press("Enter")
        _ = screen.state.apply(.causes(OutageFleet.causes))
        #expect(screen.selected == "rdsh-nyc-009")
        try screen.press("q")
        #expect(screen.selectedLine == "+3 nyc")
    }

    @Test func `The ways through the problems stop at gateways and folds`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        var stops: [String?] = []
        for _ in 0..<Self.folded.count {
            try screen.press("e")
            stops.append(screen.selectedLine)
        }
        #expect(stops == Array(Self.folded.dropFirst()) + ["rdgw-fra-1:"])
        try screen.press("E")
        #expect(screen.selectedLine == Self.folded.last)
    }

    @Test func `An open heading is passed over for the servers below it`() throws {
        var screen = try OutageFleet.screen(in: .problems, "j", "Enter", "e")
        #expect(screen.selectedLine == "  rdsh-fra-101")
        try screen.press("E")
        #expect(screen.selectedLine == "rdgw-fra-1:")
    }

    // MARK: What acts on servers

    @Test func `Probing a fold probes all its servers, and probing a gateway that`() throws {
        let screen = try OutageFleet.screen(in: .problems, "r", "j", "r")
        #expect(screen.state.notice?.text == "probing 17 servers")
        guard case .probeGateways(let gateways) = screen.effects.first, case .probe(let servers) = screen.effects.last
        else {
            Issue.record("\(screen.effects)")
            return
        }
        #expect(gateways == ["rdgw-fra-1"])
        #expect(servers == OutageFleet.samples.prefix(17).map(\.server.id))
    }

    @Test func `Marks on a fold are marks on all its servers`() throws {
        let screen = try OutageFleet.screen(in: .problems, "j", "space")
        #expect(screen.state.rows.marks.count == 17)
    }

    @Test func `A report has the servers under the headings, in the order of the screen`() throws {
        let screen = try OutageFleet.screen(in: .problems, "w", "Enter")
        guard case .writeReport(let request) = screen.effects.last else {
            Issue.record("\(screen.effects)")
            return
        }
        #expect(request.servers.first == OutageFleet.samples[0].server.id)
        #expect(request.servers.count == OutageFleet.samples.count(where: \.state.isProblem))
    }

    // MARK: The cause

    @Test(arguments: [
        ("rdsh-fra-105", "rdgw-fra-1:"), ("rdsh-nyc-009", "+3 nyc"), ("rdsh-fra-001", "rdgw-fra-1:"),
    ])
    func `From a server to its cause, or to the strongest there is`(name: String, line: String) throws {
        var screen = try OutageFleet.screen(in: .all)
        try screen.select(name + ".corp.example")
        try screen.press("J")
        #expect(screen.state.view == .problems)
        #expect(screen.selectedLine == line)
    }

    /// From a row with a cause of its own the key goes there, which is not what the sentence speaks of.
    @Test(arguments: [("rdsh-fra-105", true), ("rdsh-nyc-009", false), ("rdsh-fra-001", true)])
    func `The sentence on the cause names the key where it leads there`(name: String, isNamed: Bool) throws {
        var screen = try OutageFleet.screen(in: .all, size: (160, 40))
        try screen.select(name + ".corp.example")
        let sentence = try #require(screen.text().split(separator: "\n").first { $0.contains(">>") })
        #expect(sentence.contains("17 of 29 down"))
        #expect(sentence.contains("J:jump") == isNamed)
    }

    @Test func `From a fold to its gateway`() throws {
        let screen = try OutageFleet.screen(in: .problems, "j", "J")
        #expect(screen.selectedLine == "rdgw-fra-1:")
    }

    @Test func `In the view of gateways the cause is there`() throws {
        let screen = try OutageFleet.screen(in: .gateways, "j", "J")
        #expect(screen.state.view == .gateways)
        #expect(screen.selectedLine == "rdgw-fra-1:")
    }

    @Test func `Where nothing is wrong the key says so`() throws {
        var screen = Screen([.healthy("a", "10.0.0.1")])
        try screen.press("J")
        #expect(screen.state.notice?.text == "nothing explains what is on this line")
    }

    @Test func `From the start to the evidence of the cause in two keys`() throws {
        let screen = try OutageFleet.screen(in: .all, "J", "Enter")
        let text = screen.text()
        for part in ["rdgw-fra-1", "gateway refuses TCP 443", "refused (RST) after 2.1 ms", "Get-Service TSGateway"] {
            #expect(text.contains(part), "\(part)")
        }
    }

    // MARK: The filter

    @Test(arguments: [
        ("site:nyc", ["+3 nyc", "rdsh-nyc-004"]), ("rdgw-nyc", ["rdgw-nyc-1:"]),
        ("fra-117", ["rdgw-fra-1:", "+1 behind rdgw-fra-1"]),
        ("gateway:rdgw-nyc-1", ["+3 nyc", "rdsh-nyc-004", "rdgw-nyc-1:"]),
    ])
    func `A filter leaves gateways that it fits, and those that a server is down behind`(
        filter: String, lines: [String]
    ) throws {
        var screen = try OutageFleet.screen(in: .problems, "/")
        screen.type(filter)
        #expect(screen.lines == lines)
    }

    @Test(arguments: [
        ("", "is:problem"), ("nyc", "is:problem nyc"), ("is:problem nyc", "nyc"), ("nyc is:problem", "nyc"),
        ("a | b", "is:problem a | is:problem b"), ("is:problem a | b", "is:problem a | is:problem b"),
        ("is:problem a | is:problem b", "a | b"), ("\"a | b\"", "is:problem \"a | b\""),
    ])
    func `Problems only is a word of the filter`(before: String, after: String) {
        #expect(FilterText.toggling("is:problem", in: before) == after)
    }

    @Test func `Problems only hides the others, says so, and shows them again`() throws {
        var screen = try OutageFleet.screen(in: .all, "f")
        #expect(screen.state.filterText == "is:problem")
        #expect(screen.lines.count == OutageFleet.samples.count(where: \.state.isProblem))
        try screen.press("f")
        #expect(screen.state.filterText.isEmpty)
        #expect(screen.lines.count == OutageFleet.samples.count)
        try screen.press("1", "f")
        #expect(screen.state.notice?.text == "this view shows nothing else")
    }
}
