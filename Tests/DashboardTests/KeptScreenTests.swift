import Drawing
import FleetModel
import Foundation
import TestSupport
import Testing

@testable import Dashboard

/// What the user has arranged is there again in the next run.
@Suite struct KeptScreenTests {
    /// The next run, with what the file would hold.
    private static func restarted(_ screen: Screen, isProbed: Bool = true) throws -> Screen {
        let kept = try JSONDecoder().decode(KeptScreen.self, from: JSONEncoder().encode(screen.state.kept))
        #expect(kept == screen.state.kept)
        return Screen(SampleFleet.dozen, screen.state.size, isProbed: isProbed, kept: kept)
    }

    private static func read(_ json: String) throws -> KeptScreen {
        try JSONDecoder().decode(KeptScreen.self, from: Data(json.utf8))
    }

    private func wide() -> Screen { Screen(SampleFleet.dozen, Size(width: 160, height: 40)) }

    @Test func `Order, filter, groups, columns and cursor of each view, and the view in front`() throws {
        var screen = wide()
        try screen.press("s", "n", "I", "C", "j", "j", "j", "Enter", "Esc", "/")
        screen.type("rdsh")
        try screen.press("Enter", "j", "j", "3", "s", "v", "1", "t", "s")
        let arranged = screen
        var next = try Self.restarted(screen)
        #expect(next.state.view == .problems)
        for view in [ViewID.problems, .certificates, .all] {
            next.show(view)
            screen.show(view)
            #expect(next.state.list.sort == screen.state.list.sort)
            #expect(next.state.list.isReversed == screen.state.list.isReversed)
            #expect(next.state.rows.sort == screen.state.rows.sort)
            #expect(next.state.grouping == screen.state.grouping)
            #expect(next.state.hiddenColumns == screen.state.hiddenColumns)
            #expect(next.state.rows.order == screen.state.rows.order)
            #expect(next.state.items == screen.state.items)
        }
        #expect(next.selected == screen.selected && next.state.cursor == 2)
        #expect(!next.state.hiddenColumns.isEmpty)
        #expect(try Self.restarted(arranged).state.kept == arranged.state.kept)
    }

    @Test func `A screen that nobody has arranged keeps only its view`() throws {
        let kept = Screen().state.kept
        #expect(kept.lists.isEmpty && kept.theme == nil && kept.mouse == nil)
        #expect(String(decoding: try JSONEncoder().encode(kept), as: UTF8.self) == #"{"view":"all"}"#)
    }

    @Test func `What is folded stays folded, where it can be the same in the next run`() throws {
        var screen = wide()
        try screen.press("t", "s", "*")
        let folded = screen.state.list.turned
        #expect(!folded.isEmpty)
        #expect(try Self.restarted(screen).state.list.turned == folded)
        try screen.press("1", "*")
        #expect(screen.state.kept.lists[.program(.problems)]?.turned?.contains { $0.contains("verdict") } != true)
    }

    @Test func `Colours and the mouse are kept where they were chosen while the program ran`() throws {
        var screen = Screen()
        try screen.press("T", "m", "M")
        #expect(screen.state.kept.theme == .mono && screen.state.kept.mouse == true)
        var next = try Self.restarted(screen)
        #expect(next.state.theme == .mono && next.state.isMouseOn)
        try next.press("T", "d", "M")
        #expect(next.state.kept.theme == nil && next.state.kept.mouse == nil)
    }

    @Test func `Colours that a run was asked for are not kept in the place of those of before`() throws {
        var first = Screen()
        try first.press("T", "l")
        var asked = Screen(kept: first.state.kept, askedTheme: .mono)
        #expect(asked.state.theme == .mono && asked.state.kept.theme == .light)
        #expect(Screen(askedTheme: .mono).state.kept.theme == nil)
        try asked.press("T", "c")
        #expect(asked.state.theme == .cvd && asked.state.kept.theme == .cvd)
        try asked.press("T", "m")
        #expect(asked.state.kept.theme == .mono)
    }

    @Test(arguments: [
        (true, "theme mono, kept for the next run"), (false, "theme mono; --theme mono asks for it from the start"),
    ])
    func `Who chooses colours hears whether they are kept`(isKept: Bool, words: String) throws {
        var screen = Screen(isArrangementKept: isKept)
        try screen.press("T", "m")
        #expect(screen.state.notice?.text == words)
    }

    @Test func `Not kept are marks, a frozen screen, stopped probing, and what is being typed`() throws {
        var screen = wide()
        try screen.press("Space", "P", "y", "p", "/")
        screen.type("kiosk")
        let next = try Self.restarted(screen)
        #expect(next.state.rows.marks.isEmpty && next.state.backstage == nil && next.state.stopped == nil)
        #expect(next.state.prompt == nil && next.state.filterText.isEmpty)
        let line = try #require(screen.state.kept.lists[.program(.all)]?.cursor)
        try screen.press("Esc", ",")
        screen.type("rdsh-fra-004")
        #expect(screen.selected == "rdsh-fra-004")
        #expect(screen.state.kept.lists[.program(.all)]?.cursor == line)
    }

    // MARK: The filter

    @Test(arguments: [
        (160, "  filter: kiosk  hides 11 of 12 (kept from last time, Esc clears)"),
        (80, "[2 All]  filter: kiosk  hides 11 of 12 (kept from last time, Esc clears)"),
        (60, "[2 All]  filter: kiosk  hides 11 of 12 (kept, Esc clears)"), (50, "hides 11 of 12 (kept)"),
    ])
    func `The screen says that a filter of the last run hides rows, until it is changed`(
        width: Int, words: String
    ) throws {
        var first = Screen()
        try first.press("/")
        first.type("kiosk")
        try first.press("Enter")
        #expect(!first.text().contains("kept"))
        let count = first.state.rows.count
        let words = words.replacing("11 of 12", with: "\(first.state.rows.hidden) of \(count)")
        var next = Screen(SampleFleet.dozen, Size(width: width, height: 24), kept: first.state.kept)
        #expect(next.canvas.lines.contains { $0.contains(words) }, "\(next.text())")
        try next.press("3", "2")
        #expect(next.text().contains(words))
        var cleared = next
        try cleared.press("Esc")
        #expect(!cleared.text().contains("kept") && cleared.state.rows.hidden == 0)
        try next.press("/")
        next.type("s")
        try next.press("Backspace")
        #expect(!next.text().contains("kept"))
    }

    @Test func `On a screen without that line the counts say it`() throws {
        var first = Screen()
        try first.press("/")
        first.type("kiosk")
        try first.press("Enter")
        let next = Screen(SampleFleet.dozen, Size(width: 80, height: 12), kept: first.state.kept)
        #expect(next.canvas.lines[0].contains("filter of last time hides \(next.state.rows.hidden)"))
    }

    // MARK: The cursor

    @Test func `The cursor stays on its server while the first sweep moves the rows`() throws {
        var screen = Screen()
        try screen.select("kiosk-07.corp.example")
        var next = try Self.restarted(screen, isProbed: false)
        #expect(next.selected == "kiosk-07")
        for status in SampleFleet.dozen.map(\.status) {
            _ = next.state.apply(.statuses([status]))
            #expect(next.selected == "kiosk-07")
            #expect(!next.state.isCursorOutOfSight)
        }
        #expect(next.state.cursor == screen.state.cursor)
    }

    @Test func `It waits for a line that comes up only with the first sweep, and no longer`() throws {
        var screen = Screen()
        try screen.press("1", "t", "n", "G")
        let line = try #require(screen.selected)
        var next = try Self.restarted(screen, isProbed: false)
        #expect(next.state.items.isEmpty)
        _ = next.state.apply(.statuses(SampleFleet.dozen.map(\.status)))
        #expect(next.selected == line)
    }

    @Test func `The cursor of a server that is gone, or of a user who has moved, is where it always is`() throws {
        var screen = Screen()
        try screen.select("kiosk-07.corp.example")
        let others = SampleFleet.dozen.filter { !$0.server.name.hasPrefix("kiosk") }
        let gone = Screen(others, kept: screen.state.kept)
        #expect(gone.state.cursor == 0 && gone.state.selectedItem == gone.state.items.first)
        #expect(gone.state.list.awaited == nil)
        var moved = try Self.restarted(screen, isProbed: false)
        try moved.press("g")
        let chosen = moved.selected
        moved.letOrderGo()
        _ = moved.state.apply(.statuses(SampleFleet.dozen.map(\.status)))
        #expect(moved.selected == chosen && chosen != "kiosk-07")
    }

    @Test func `A line that somebody waits for is kept again when it has not come`() throws {
        var screen = Screen()
        try screen.press("1", "t", "n", "G")
        let next = try Self.restarted(screen, isProbed: false)
        #expect(next.state.kept == screen.state.kept)
    }

    // MARK: Two boards

    @Test(
        arguments: [
            (KeptList(sort: .name), KeptList(), KeptList(filter: "b"), KeptList(sort: .name, filter: "b")),
            (KeptList(filter: "a"), KeptList(), KeptList(filter: "b"), KeptList(filter: "a")),
            (KeptList(filter: "a"), KeptList(filter: "a"), KeptList(filter: "b"), KeptList(filter: "b")),
            (KeptList(), KeptList(filter: "a"), KeptList(filter: "a", cursor: "c"), KeptList(cursor: "c")),
            // An order is one thing with its direction.
            (
                KeptList(sort: .roundTrip), KeptList(), KeptList(sort: .name, isReversed: true),
                KeptList(sort: .roundTrip)
            ),
            (
                KeptList(sort: .name, isReversed: true), KeptList(sort: .name), KeptList(sort: .roundTrip),
                KeptList(sort: .name, isReversed: true)
            ),
            // So are groups with what is folded of them.
            (
                KeptList(grouping: .owner), KeptList(), KeptList(grouping: .site, turned: ["group:site"]),
                KeptList(grouping: .owner)
            ),
            (KeptList(hiddenColumns: []), KeptList(), KeptList(cursor: "c"), KeptList(hiddenColumns: [], cursor: "c")),
        ] as [(KeptList, KeptList, KeptList, KeptList)])
    func `Beside what was changed on this board stays what another has kept`(
        own: KeptList, before: KeptList, there: KeptList, expected: KeptList
    ) {
        #expect(own.merged(since: before, into: there) == expected)
        let (own, before, there) = (screen(own), screen(before), screen(there))
        #expect(own.merged(since: before, into: there) == screen(expected))
    }

    private func screen(_ list: KeptList) -> KeptScreen {
        var screen = KeptScreen()
        screen.lists[.program(.all)] = list.isEmpty ? nil : list
        return screen
    }

    @Test func `The view in front, the colours and the mouse are of the board that changed them last`() {
        var (before, own, there) = (KeptScreen(), KeptScreen(), KeptScreen())
        (before.view, before.theme, before.mouse) = (.all, .mono, nil)
        (own.view, own.theme, own.mouse) = (.all, nil, nil)
        (there.view, there.theme, there.mouse) = (.sites, .light, true)
        there.strange = ["colour"]
        let merged = own.merged(since: before, into: there)
        #expect(merged.view == .sites && merged.theme == nil && merged.mouse == true)
        #expect(merged.strange.isEmpty)
    }

    // MARK: The form

    @Test(
        arguments: [
            (#"{}"#, []), (#"{"view":"nowhere"}"#, ["view"]), (#"{"view":7,"colour":1}"#, ["colour", "view"]),
            (#"{"views":{"all":{"sort":"size"},"attic":{}}}"#, ["views.all.sort", "views.attic"]),
            (
                #"{"views":{"all":{"hidden":["rtt","fan"],"turned":5,"new":null}}}"#,
                ["views.all.new", "views.all.turned", "views.all.hidden.fan"]
            ),
            (#"{"views":{"all":5,"attic":7,"sites":null}}"#, ["views.all", "views.attic"]),
            (#"{"views":[]}"#, ["views"]), (#"{"views":null}"#, []),
            (#"{"theme":"pink","mouse":"on"}"#, ["mouse", "theme"]),
        ] as [(String, [String])])
    func `What is not understood is passed over and named`(json: String, strange: [String]) throws {
        let kept = try Self.read(json)
        #expect(kept.strange == strange)
        let screen = Screen(kept: kept)
        #expect((screen.state.notice?.text.contains("not understood") == true) == !strange.isEmpty)
        #expect(screen.state.view == .all && screen.state.rows.sort == .severity)
    }

    @Test func `A view that is not understood leaves the others`() throws {
        let kept = try Self.read(#"{"views":{"all":5,"problems":{"filter":"site:fra"}}}"#)
        #expect(kept.lists == [.program(.problems): KeptList(filter: "site:fra")])
    }

    @Test(arguments: [
        #"{"views":{"all":{"filter":"is:nonsense"}}}"#, #"{"views":{"events":{"sort":"name","inverted":true}}}"#,
        #"{"views":{"gateways":{"sort":"issuer","group":"site","cursor":"server:gone:3389"}}}"#,
        #"{"views":{"all":{"turned":["group:planet:mars","group","",":","x:y"],"cursor":"group:"}}}"#,
        #"{"views":{"all":{"hidden":["name","state"],"filter":"a\u001b[31m b"}}}"#,
    ])
    func `What cannot be does no harm`(json: String) throws {
        var screen = Screen(kept: try Self.read(json))
        for view in ViewID.allCases {
            screen.show(view)
            #expect(screen.state.filterMistake == nil && screen.state.list.turned.isEmpty)
            #expect(!screen.state.filterText.contains("\u{1b}"))
            #expect(screen.state.list.sort == ListState(of: ViewTable[view]).sort)
        }
        #expect(screen.state.hiddenColumns.isEmpty)
    }

    @Test func `Each line that can be the same in the next run has a name`() throws {
        let rows = Screen().state.rows
        let groups: [GroupID] = [
            .behind("rdgw-fra-1"), .site("Frankfurt: 2"), .site(nil), .tag(nil), .tag("prod"), .gateway(nil),
            .gateway("a"), .owner("team"), .owner(nil), .state(.warning), .stale,
        ]
        let items =
            groups.flatMap { [BoardItem.group($0), .site($0)] } + [
                .server(3), .gateway("rdgw-fra-1"), .certificate("ab01"),
            ]
        for item in items {
            let name = try #require(KeptName.of(item, in: rows))
            #expect(KeptName.item(name, in: rows) == item)
        }
        for item in [
            BoardItem.event(3, server: nil), .eventFold(1), .group(.cause(.gateway, "x")),
            .group(.verdict(.down, rule: "a", short: "b")),
        ] { #expect(KeptName.of(item, in: rows) == nil) }
    }
}
