import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct AttentionTests {
    private let kiosk = Server.ID(name: "kiosk-07.corp.example", port: 3389)

    private func screen() throws -> Screen {
        var screen = Screen()
        try screen.press("j")
        return screen
    }

    private func line(_ screen: Screen, _ name: String) -> String {
        screen.canvas.lines.first { $0.contains(name) && !$0.contains(">>") } ?? ""
    }

    private func said(_ screen: Screen) -> [Server.ID: ServerAnnotations]? {
        guard case .annotate(let said)? = screen.effects.last else { return nil }
        return said
    }

    private func changed(
        _ name: String, _ state: ServerState, in screen: Screen, rule: String? = nil
    ) throws -> Event {
        let id = Server.ID(name: name, port: 3389)
        var status = screen.state.rows[try #require(screen.state.rows.index(of: id))]
        status.judgement.state = state
        if state == .ok { status.judgement.findings = [] }
        if let rule, !status.judgement.findings.isEmpty { status.judgement.findings[0].rule = rule }
        return .statuses([status])
    }

    @Test func `An acknowledgement says who and why, and the server keeps its state`() throws {
        var screen = try screen()
        let before = screen.state.rows.counts
        try screen.press("a")
        screen.type("changing the cable")
        try screen.press("Enter")
        let note = try #require(said(screen)?[kiosk]?.acknowledgement)
        #expect(note.by == "somebody" && note.reason == "changing the cable" && note.at == SampleFleet.now)
        #expect(screen.state.rows.counts == before && screen.state.rows.acknowledged == 1)
        #expect(screen.text().contains("acked 1"))
        #expect(line(screen, "kiosk-07").hasPrefix(" a") || line(screen, "kiosk-07").hasPrefix("a"))
    }

    @Test(arguments: [
        ["a", "Esc"], ["a", "ctrl-c"], ["m", "x"], ["m", "1", "Esc"], ["m", "6", "Esc"], ["m", "6", "Enter", "ctrl-c"],
        ["P", "Enter"], ["P", "Esc"],
    ])
    func `Changing one's mind changes nothing`(keys: [String]) throws {
        var screen = try screen()
        for key in keys { try screen.press(key) }
        #expect(screen.effects.isEmpty)
        #expect(screen.state.prompt == nil)
        #expect(screen.state.rows.muted == 0 && screen.state.rows.acknowledged == 0 && screen.state.stopped == nil)
    }

    @Test func `An acknowledgement ends with its problem, and the store is told`() throws {
        var screen = try screen()
        try screen.press("a", "Enter")
        screen.effects = screen.state.apply(try changed("kiosk-07.corp.example", .ok, in: screen))
        #expect(said(screen) == [kiosk: .none])
        #expect(screen.state.rows.acknowledged == 0)
    }

    @Test func `Another problem of the same server is not acknowledged`() throws {
        var screen = try screen()
        try screen.press("a", "Enter")
        let name = "kiosk-07.corp.example"
        screen.effects = screen.state.apply(try changed(name, .down, in: screen))
        #expect(screen.effects.isEmpty)
        screen.effects = screen.state.apply(try changed(name, .down, in: screen, rule: "something-else"))
        #expect(said(screen) == [kiosk: .none])
    }

    @Test func `Asked again it is taken back, or gets another reason`() throws {
        var screen = try screen()
        try screen.press("a", "Enter", "a", "r")
        screen.type("b")
        try screen.press("Enter")
        #expect(said(screen)?[kiosk]?.acknowledgement?.reason == "b")
        try screen.press("a", "t")
        #expect(said(screen) == [kiosk: .none])
    }

    @Test func `A healthy server has nothing to acknowledge`() throws {
        var screen = Screen()
        try screen.press("G", "a")
        #expect(screen.state.prompt == nil)
        #expect(screen.state.notice?.text == "rdsh-lab-002.corp.example: no problem to acknowledge")
    }

    @Test func `A muted server counts as muted only, stands last and is quiet`() throws {
        var screen = try screen()
        let down = screen.state.rows.counts.down
        let (total, probed) = (screen.state.rows.counts.total, screen.state.rows.probed)
        try screen.press("m", "2")
        screen.type("patch day")
        try screen.press("Enter")
        #expect(said(screen)?[kiosk]?.mute?.kind == .mute(until: .at(SampleFleet.now + .hours(1))))
        #expect(screen.state.rows.muted == 1 && screen.state.rows.counts.down == down - 1)
        #expect(screen.state.rows.counts.total == total - 1 && screen.state.rows.probed == probed)
        #expect(screen.state.rows.order.last == screen.state.rows.index(of: kiosk))
        #expect(screen.text().contains("muted 1"))
        #expect(line(screen, "kiosk-07").contains("muted until 10:30Z"))
    }

    @Test func `A mute until a time goes by the clock on the wall, and says when that is by the board's`() throws {
        var screen = Screen(offset: { _ in .hours(1) })
        try screen.press("j", "m", "6")
        #expect(
            screen.canvas.lines.suffix(2) == [
                " mute until>", " a time such as 06:30, or Enter for 18:00 here, 17:00Z, in 7h 30m   Esc cancels",
            ])
        screen.type("6pm")
        #expect(
            screen.canvas.lines.last == " not a time: such as 18:00 by this machine's clock, or 17:00Z   Esc cancels")
        try screen.press("Enter")
        #expect(screen.canvas.lines[22] == " mute until> 6pm")
        try screen.press("ctrl-u")
        screen.type("11:00")
        #expect(screen.canvas.lines.last == " Enter: 11:00 here, 10:00Z, in 30m 0s   Esc cancels")
        try screen.press("Enter")
        #expect(screen.canvas.lines.last == " Enter mutes kiosk-07.corp.example until 10:00Z as somebody   Esc cancels")
        screen.type("reimaging")
        // However long the reason takes, the end is the one that was named.
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(2)))
        try screen.press("Enter")
        #expect(said(screen)?[kiosk]?.mute?.kind == .mute(until: .at(SampleFleet.now + .minutes(30))))
        #expect(line(screen, "kiosk-07").contains("muted until 10:00Z"))
        let event = try #require(screen.state.timeline.numbers.last.flatMap { screen.state.timeline[$0] })
        #expect(event.kind == .muted && event.text == "until 10:00Z, by somebody: reimaging")
        screen.effects = screen.state.apply(.tick(SampleFleet.now + .minutes(30)))
        #expect(said(screen) == [kiosk: .none])
    }

    @Test(arguments: [("08:59", 9, "18:00Z"), ("16:59", 1, "18:00Z"), ("17:00", 15, "08:00Z"), ("06:59", 1, "08:00Z")])
    func `Enter alone means the end or the beginning of a working day, but not one that is upon us`(
        now: String, hours: Int64, end: String
    ) throws {
        let midnight = Instant(milliseconds: SampleFleet.now.milliseconds / 86_400_000 * 86_400_000)
        let minutes = try #require(LocalTime.minuteOfDay(now))
        var screen = Screen(now: midnight + .minutes(minutes))
        try screen.press("j", "m", "6")
        #expect(screen.canvas.lines.last?.contains("\(end), in \(hours)h") == true)
    }

    @Test func `The time of a mute can be typed behind its command, with the reason or without`() throws {
        var screen = try screen()
        func run(_ command: String) throws {
            try screen.press(":")
            screen.type(command)
            try screen.press("Enter")
        }
        try run("mute 18:00 patch day")
        let mute = try #require(said(screen)?[kiosk]?.mute)
        #expect(mute.kind == .mute(until: .at(SampleFleet.now + .minutes(510))) && mute.reason == "patch day")
        try run("mute 1h")
        #expect(screen.canvas.lines.last == " Enter mutes kiosk-07.corp.example for 1 hour as somebody   Esc cancels")
        try screen.press("Enter")
        #expect(said(screen)?[kiosk]?.mute?.kind == .mute(until: .at(SampleFleet.now + .hours(1))))
        try run("mute soon")
        #expect(screen.canvas.lines.last == " soon: not a time; 15m, 1h, 4h, 1d, ok or a time such as 18:00")
        try screen.press("Esc")
        // Without a time it is the key: again ends it.
        try run("mute")
        #expect(said(screen) == [kiosk: .none])
    }

    @Test func `A mute ends by its time, or by the same key`() throws {
        var screen = try screen()
        try screen.press("m", "1", "Enter")
        #expect(screen.state.apply(.tick(SampleFleet.now + .minutes(14))).isEmpty)
        screen.effects = screen.state.apply(.tick(SampleFleet.now + .minutes(15)))
        #expect(said(screen) == [kiosk: .none])
        #expect(screen.state.rows.muted == 0)
        try screen.press("m", "5", "Enter", "m")
        #expect(screen.state.rows.muted == 0)
        #expect(said(screen) == [kiosk: .none])
    }

    @Test func `A mute until recovery is for what has not recovered`() throws {
        var screen = Screen()
        try screen.press("V", "m", "5", "Enter")
        #expect(screen.state.rows.muted == SampleFleet.dozen.count - screen.state.rows.counts.ok)
        var healthy = Screen()
        try healthy.press("G", "m", "5")
        #expect(healthy.state.notice?.text.contains("nothing to recover from") == true)
    }

    @Test func `One key acknowledges all that a filter leaves and that have a problem`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nyc")
        try screen.press("Enter", "V", "a", "Enter")
        let problems = screen.state.rows.order.filter { screen.state.rows[$0].judgement.state.isProblem }
        #expect(said(screen)?.count == problems.count)
        #expect(screen.state.rows.acknowledged == problems.count)
    }

    @Test func `The action is for the server that was there when the key was pressed`() throws {
        var screen = try screen()
        try screen.press("a")
        _ = screen.state.apply(try changed("intranet.corp.example", .ok, in: screen))
        screen.type("mine")
        try screen.press("Enter")
        #expect(said(screen).map { Array($0.keys) } == [kiosk])
    }

    @Test func `The details say who takes care, why, and until when`() throws {
        var screen = try screen()
        try screen.press("a")
        screen.type("calling the data centre")
        try screen.press("Enter", "m", "2", "Enter", "Enter")
        let lines = DetailPane().lines(screen.state, width: 200).map(\.text)
        // Right below the state: who opens a server that somebody else works on sees it without scrolling.
        let place = try #require(lines.firstIndex { $0.contains("acknowledged by") })
        #expect(place <= 2)
        #expect(
            lines.contains {
                $0.contains(
                    "acknowledged by somebody 0s ago: calling the data centre; until it is ok, or something else")
            }, "\(lines)")
        #expect(lines.contains { $0.contains("muted by somebody 0s ago; until 10:30Z") })
    }

    @Test func `e passes over what somebody attends to`() throws {
        var screen = Screen()
        try screen.press("e")
        #expect(screen.selected == "kiosk-07")
        try screen.press("a", "Enter", "g", "e")
        #expect(screen.selected == "rdsh-fra-002")
    }

    @Test func `A hides what somebody attends to, says so, and shows it again`() throws {
        var screen = try screen()
        try screen.press("a", "Enter", "A")
        #expect(!screen.state.shownServers.contains(kiosk))
        #expect(screen.text().contains("1 acked or muted hidden"))
        try screen.press("A")
        #expect(screen.state.shownServers.contains(kiosk))
        try screen.press("V", "m", "2", "Enter", "A")
        #expect(screen.state.shownServers.isEmpty)
        #expect(screen.text().contains("All 16 servers are acknowledged or muted, and those are hidden."))
    }

    @Test func `What was kept comes back, but for what has ended since`() {
        var screen = Screen(isProbed: false)
        let past = ServerAnnotations(
            mute: Annotation(.mute(until: .at(SampleFleet.now)), by: "kim", reason: "", at: SampleFleet.now - .hours(1))
        )
        let future = ServerAnnotations(
            mute: Annotation(.mute(until: .recovery), by: "kim", reason: "", at: SampleFleet.now - .hours(1)))
        let other = Server.ID(name: "intranet.corp.example", port: 3389)
        let stranger = Server.ID(name: "gone.corp.example", port: 3389)
        screen.effects = screen.state.apply(.annotations([kiosk: past, other: future, stranger: future]))
        #expect(said(screen)?[kiosk] == ServerAnnotations.none)
        #expect(screen.state.rows.muted == 1)
    }

    @Test func `Stopping all probing asks, says so all the time, and ends by the same key`() throws {
        var screen = Screen()
        try screen.press("P")
        #expect(screen.text().contains("Stop all probing"))
        #expect(screen.effects.isEmpty)
        try screen.press("y")
        #expect(screen.effects == [.stopProbing])
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(3)))
        for text in ["STOPPED 09:30:00Z (03:00 ago)", "nothing is probed", "P:go on", ">> probing stopped 3m ago"] {
            #expect(screen.text().contains(text), "\(text)")
        }
        _ = screen.state.apply(.resized(Size(width: 30, height: 5)))
        #expect(screen.text().contains("STOPPED"))
        try screen.press("P")
        #expect(screen.effects == [.stopProbing, .resumeProbing])
        #expect(!screen.text().contains("STOPPED"))
    }
}
