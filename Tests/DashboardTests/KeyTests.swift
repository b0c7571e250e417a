import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct KeyTests {
    @Test func `No key is bound twice at one place`() {
        for place in Place.allCases {
            let keys = ActionTable.actions.filter { $0.places.contains(place) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "at \(place)")
        }
    }

    @Test func `Every action with a key stands in the help, with all its keys`() throws {
        #expect(Set(ActionTable.actions.map(\.id)).count == ActionTable.actions.count)
        let ownViews = ["a", "b", "c"].map { OwnView(name: $0, view: .all, filter: "", sort: nil, grouping: nil) }
        var screen = Screen(ownViews: ownViews)
        try screen.press("?")
        let help = OverlayPane().lines(screen.state, width: 200).map(\.text).joined(separator: "\n")
        // Those without one are commands of the line.
        for action in ActionTable.actions where !action.keys.isEmpty {
            #expect(help.contains(try #require(action.helpHere(screen.state))), "\(action.id)")
            for key in action.keys { #expect(help.contains(key.name), "\(action.id)") }
        }
    }

    @Test func `Every letter, sign and state stands in the help`() throws {
        var screen = Screen()
        try screen.press("?")
        let help = OverlayPane().lines(screen.state, width: 200).map(\.text)
        let entries = help.filter { $0.hasPrefix("  ") }
        for letter in ReasonLetter.allCases {
            #expect(entries.contains { $0.hasPrefix("  \(letter.rawValue) ") && $0.hasSuffix(letter.meaning) })
        }
        for layer in Layer.allCases {
            #expect(entries.contains { $0.hasPrefix("  \(layer.letter) ") && $0.hasSuffix(layer.title) })
        }
        for state in ServerState.allCases { #expect(entries.contains { $0.hasPrefix("  \(state.word) ") }) }
        for flag in RowFlag.allCases { #expect(entries.contains { $0.hasPrefix("  \(flag.sign) ") }) }
    }

    @Test(arguments: [
        ("", "intranet"), ("j", "kiosk-07"), ("jjk", "kiosk-07"), ("k", "intranet"), ("G", "rdsh-lab-002"),
        ("Gk", "rdsh-fra-004"), ("Gg", "intranet"), ("e", "kiosk-07"), ("E", "rdsh-nyc-004"), ("Ge", "intranet"),
        ("jjs", "rdsh-fra-002"), ("s", "intranet"), ("sc", "rdsh-lab-001"),
        ("ss", "rdsh-fra-001"), ("sn", "intranet"), ("snsn", "rdsh-sin-009"), ("I", "rdsh-fra-001"),
        ("<", "intranet"), (">>", "intranet"), (">>>>", "rdsh-lab-001"),
    ])
    func `Keys move the cursor`(keys: String, selected: String) {
        var screen = Screen()
        screen.type(keys)
        #expect(screen.selected == selected)
        #expect(screen.effects.isEmpty)
    }

    @Test(
        arguments: [
            (["q"], [Effect.quit]), (["Q"], [.quit]), (["ctrl-c"], [.quit]), (["Esc"], []), (["Enter", "q"], []),
            (["Enter", "q", "q"], [.quit]), (["Enter", "Esc", "Esc"], []), (["x", "q"], []), (["?", "Q"], [.quit]),
            (["ctrl-z"], [.suspend]), (["ctrl-l"], [.repaint]), (["/", "q", "Esc"], []), (["/", "ctrl-z"], [.suspend]),
            (["/", "ctrl-c", "q"], [.quit]), (["/", "k", "Enter", "q", "q"], [.quit]), (["/", "k", "Enter", "q"], []),
            (["r"], [.probe([Server.ID(name: "intranet.corp.example", port: 3389)])]),
            (["j", "Enter", "r"], [.probe([Server.ID(name: "kiosk-07.corp.example", port: 3389)])]),
            (["w", "Esc"], []), (["%"], []),
        ] as [([String], [Effect])])
    func `Keys ask for what they should`(keys: [String], effects: [Effect]) throws {
        var screen = Screen()
        for key in keys { try screen.press(key) }
        #expect(screen.effects == effects)
    }

    @Test func `R probes all, whatever the filter hides`() throws {
        var screen = Screen()
        try screen.press("/", "k", "Enter", "R")
        #expect(screen.effects == [.probe(SampleFleet.dozen.map(\.server.id))])
    }

    @Test func `A report holds what the screen shows, in its order`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nyc is:down")
        try screen.press("Enter", "w", "Tab", "Enter")
        let names = ["rdsh-nyc-003", "rdsh-nyc-009", "rdsh-nyc-101"]
        let request = WriteRequest(
            path: "./rdptop-prod-eu-20261123T093000Z.json", format: .json,
            servers: names.map { Server.ID(name: "\($0).corp.example", port: 3389) }, filter: "nyc is:down",
            order: "severity, then newest")
        #expect(screen.effects == [.writeReport(request)])
    }

    @Test func `A report from the details is of that server`() throws {
        var screen = Screen()
        try screen.press("j", "Enter", "w", "ctrl-u")
        screen.type("a b.md")
        try screen.press("Enter")
        let request = WriteRequest(
            path: "a b.md", format: .markdown, servers: [Server.ID(name: "kiosk-07.corp.example", port: 3389)],
            filter: "", order: "severity, then newest")
        #expect(screen.effects == [.writeReport(request)])
    }

    @Test func `A dead key says so for two seconds`() throws {
        var screen = Screen()
        try screen.press("%")
        #expect(screen.state.notice?.text == "%: no binding here; ? lists the keys")
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(1)))
        #expect(screen.state.notice != nil)
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(2)))
        #expect(screen.state.notice == nil)
    }

    @Test func `J and K step through the servers and start at the top of each`() throws {
        var screen = Screen()
        try screen.press("Enter", "G", "J")
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.detailScroll == 0)
        try screen.press("K")
        #expect(screen.selected == "intranet")
    }

    @Test(arguments: [20, 40, 80, 120])
    func `Scrolling reaches the last line of the details`(width: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: 12))
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.press("Enter")
        let room = screen.state.detailRoom
        #expect(room.last > 0)
        for _ in 0..<(room.last + 5) { try screen.press("j") }
        #expect(screen.state.detailScroll == room.last)
        let last = try #require(DetailPane().lines(screen.state, width: width).last?.text)
        #expect(last.contains("after 8s"))
        #expect(screen.canvas.lines.contains(last))
    }

    @Test(arguments: [["ctrl-u"], ["ctrl-u", "Space"]])
    func `A report without a name asks for one, and the next key takes the hint away`(keys: [String]) throws {
        var screen = Screen()
        try screen.press("w")
        for key in keys { try screen.press(key) }
        try screen.press("Enter")
        #expect(screen.effects.isEmpty)
        #expect(screen.state.isTyping)
        #expect(screen.canvas.lines.last?.hasPrefix(" name a file") == true)
        screen.type("a")
        #expect(screen.canvas.lines.last?.hasPrefix(" Enter writes") == true)
    }

    @Test(arguments: [("?", " j/k:Move  Enter:Do  /:Find  q:Back"), ("x", " j/k:Scroll  ?:Help  v:Ask more  q:Back")])
    func `What lies on top says how to scroll, and help does not offer itself`(key: String, footer: String) throws {
        var screen = Screen()
        try screen.press(key)
        #expect(screen.canvas.lines.last == footer)
    }
}
