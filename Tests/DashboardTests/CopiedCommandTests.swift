import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CopiedCommandTests {
    private func copied(_ targets: [String], _ prepare: (inout Screen) throws -> Void) throws -> String? {
        var screen = Screen(targets: targets)
        try prepare(&screen)
        try screen.press("y", "c")
        guard case .copy(let text, _)? = screen.effects.last else { return nil }
        return text
    }

    @Test func `Of one server it names the fleet file, so that what that says of it counts`() throws {
        let text = try copied(["hosts.yaml"]) { try $0.select("kiosk-07.corp.example") }
        #expect(text == "rdptop check hosts.yaml --only name:kiosk-07.corp.example")
    }

    @Test func `Of all that a filter leaves it has the filter, quoted for a shell, as the file is`() throws {
        let text = try copied(["my fleet's.yaml"]) { screen in
            try screen.press("/")
            screen.type("is:down !lab")
            try screen.press("Enter", "V")
        }
        #expect(text == #"rdptop check 'my fleet'\''s.yaml' --only 'is:down !lab'"#)
    }

    @Test func `Of all servers of the fleet it needs no filter, and of some it names them`() throws {
        #expect(try copied(["hosts.yaml"]) { try $0.press("V") } == "rdptop check hosts.yaml")
        let two = try copied(["hosts.yaml"]) { screen in
            try screen.select("kiosk-07.corp.example")
            try screen.press("Space")
            try screen.select("intranet.corp.example")
            try screen.press("Space")
        }
        #expect(two?.hasPrefix("rdptop check hosts.yaml --only '") == true)
        #expect(two?.contains(" | ") == true && two?.contains("name:kiosk-07.corp.example") == true)
    }

    @Test(arguments: [
        ("ts1", 3389, "name:ts1:3389"), ("ts1", 3390, "name:ts1:3390"), ("ts10", 3389, "name:ts10"),
        ("2001:db8::1", 3390, "'name:[2001:db8::1]:3390'"),
    ])
    func `What it names is that server and no other`(name: String, port: UInt16, only: String) throws {
        let servers = [
            Server(name: "ts1"), Server(name: "ts1", port: 3390), Server(name: "ts10"), Server(name: "2001:db8::1"),
            Server(name: "2001:db8::1", port: 3390),
        ]
        var setup = DashboardSetup(fleetName: "a", version: "0.1.0", glyphs: .ascii)
        setup.targets = ["c.yaml"]
        let state = DashboardState(setup, servers: servers, size: Size(width: 80, height: 24), now: SampleFleet.now)
        let index = try #require(state.rows.index(of: Server.ID(name: name, port: port)))
        let text = CopiedText.command.text(of: [index], in: state)
        #expect(text == "rdptop check c.yaml --only \(only)")
        let filter = try Filter.parse(only.replacing("'", with: ""))
        #expect(servers.filter(filter.mayMatch) == [servers[index]])
    }

    @Test func `A runbook is offered where there is one, and copied once for all that share it`() throws {
        let wiki = "https://wiki.corp.example/rds"
        let servers = [
            Server(name: "a", runbook: wiki), Server(name: "b"), Server(name: "c", runbook: wiki),
            Server(name: "d", runbook: "ask\u{1B}[2J Kim"),
        ]
        let setup = DashboardSetup(fleetName: "a", version: "0.1.0", glyphs: .ascii)
        var state = DashboardState(setup, servers: servers, size: Size(width: 80, height: 24), now: SampleFleet.now)
        let indexes = try servers.map { try #require(state.rows.index(of: $0.id)) }
        #expect(CopiedText.runbook.text(of: indexes, in: state) == "\(wiki)\nask\u{FFFD}[2J Kim")
        #expect(!CopiedText.runbook.exists(of: [indexes[1]], in: state))
        _ = state.apply(.key(.character("y")))
        #expect(state.apply(.key(.character("u"))) == [.copy(wiki, what: "runbook of a")])
    }
}
