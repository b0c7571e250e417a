import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct FreezeTests {
    private static func recovered(_ name: String) -> Event {
        var status = ServerSample.healthy(name, "10.0.0.1").status
        status.since = SampleFleet.now
        status.previous = .down
        return .statuses([status])
    }

    private func frozen() throws -> Screen {
        var screen = Screen()
        try screen.press("j", "p")
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(42)))
        return screen
    }

    @Test func `The screen stands still while probing goes on, and says so`() throws {
        var screen = try frozen()
        let before = screen.canvas.lines
        #expect(before[0].contains("FROZEN 09:30:00Z (00:42 ago)   probing goes on   p:resume"))
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        let after = screen.canvas.lines
        let grid = before.indices.filter { before[$0].contains("rdsh-") && !before[$0].contains(">>") }
        for row in grid { #expect(after[row] == before[row]) }
        let intranet = try #require(after.first { $0.contains("intranet") && !$0.contains(">>") })
        #expect(intranet.contains("~") && intranet.contains("DOWN") || intranet.contains("X"))
        #expect(after[1].contains("NOW: DOWN 7 (-1)"))
        #expect(after[2].contains("1 row has changed since the freeze; changed rows carry ~"))
    }

    @Test func `What comes back to what the screen shows has not changed`() throws {
        var screen = try frozen()
        let index = try #require(screen.state.rows.index(of: Server.ID(name: "intranet.corp.example", port: 3389)))
        let status = screen.state.rows[index]
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        _ = screen.state.apply(.statuses([status]))
        #expect(screen.state.backstage?.changed.isEmpty == true)
    }

    @Test func `Going on shows what is known by now and keeps the cursor, marks, filter and order`() throws {
        var screen = try frozen()
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        try screen.press("Space", "k", "s", "n", "/")
        screen.type("kiosk | intranet")
        try screen.press("Enter", "p")
        #expect(screen.state.backstage == nil)
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.now == SampleFleet.now + .seconds(42))
        #expect(screen.state.rows.marks.count == 1)
        #expect(screen.state.shownServers.count == 2)
        #expect(screen.state.rows.sort == .name)
        #expect(screen.state.rows.counts.down == 7)
        #expect(screen.canvas.lines[0].contains("LIVE 09:30:42Z"))
    }

    @Test func `The details of a server stand still, too, and actions are for the frozen rows`() throws {
        var screen = try frozen()
        try screen.press("Enter")
        let before = screen.text()
        _ = screen.state.apply(Self.recovered("kiosk-07.corp.example"))
        let lines = zip(before.split(separator: "\n"), screen.text().split(separator: "\n"))
        #expect(lines.count { $0.0 != $0.1 } == 0)
        try screen.press("r")
        #expect(screen.effects == [.probe([Server.ID(name: "kiosk-07.corp.example", port: 3389)])])
    }

    @Test func `What has recovered meanwhile is not acknowledged`() throws {
        var screen = try frozen()
        _ = screen.state.apply(Self.recovered("kiosk-07.corp.example"))
        try screen.press("a", "Enter")
        #expect(screen.effects.isEmpty)
        #expect(screen.state.notice?.text.contains("changed meanwhile") == true)
    }

    @Test func `A mute given and ended while frozen is gone afterwards`() throws {
        var screen = try frozen()
        try screen.press("m", "1", "Enter")
        #expect(screen.state.rows.muted == 1)
        screen.effects = screen.state.apply(.tick(SampleFleet.now + .hours(1)))
        #expect(screen.effects.count == 1)
        try screen.press("p")
        #expect(screen.state.rows.muted == 0)
    }

    @Test func `A notice goes away though the screen stands still`() throws {
        var screen = try frozen()
        try screen.press("%")
        #expect(screen.state.notice != nil)
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(50)))
        #expect(screen.state.notice == nil)
    }

    @Test(arguments: [(20, 5), (40, 10), (60, 15)])
    func `A small screen says that it stands still, too`(width: Int, height: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: height))
        try screen.press("p")
        #expect(screen.canvas.lines[0].contains("FROZEN"))
    }

    @Test func `What is written of a frozen screen knows what was wrong on our side`() throws {
        var screen = Screen()
        _ = screen.state.apply(.ourSide("our link is down"))
        try screen.press("p")
        _ = screen.state.apply(.ourSide(nil))
        #expect(screen.state.frozenMoment?.ourSide == "our link is down")
    }

    @Test func `What is written and copied of a frozen screen is what it shows`() throws {
        var screen = try frozen()
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        try screen.press("w", "Enter")
        guard case .writeReport(let request)? = screen.effects.last else {
            Issue.record("no report was asked for")
            return
        }
        let moment = try #require(request.frozen)
        #expect(moment.at == SampleFleet.now && moment.ourSide == nil)
        let intranet = try #require(moment.statuses.first { $0.server.name == "intranet.corp.example" })
        #expect(intranet.judgement.state == .down)
        try screen.press("y", "j")
        guard case .copyReport(_, let copied)? = screen.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(copied == moment)
        try screen.press("p", "w", "Enter")
        guard case .writeReport(let live)? = screen.effects.last else {
            Issue.record("no report was asked for")
            return
        }
        #expect(live.frozen == nil)
    }
}
