import Drawing
import FleetModel
import Foundation
import TestSupport
import Testing

@testable import Dashboard

/// Views that the configuration describes.
@Suite struct OwnViewTests {
    private static func text(_ value: String) -> ProgramConfiguration.Marked<String> {
        ProgramConfiguration.Marked(value, line: 1, column: 1)
    }

    private static func view(_ name: String, _ change: (inout ProgramConfiguration.View) -> Void) -> OwnView {
        var view = ProgramConfiguration.View(name: text(name))
        change(&view)
        return OwnView(view)
    }

    private static let mine = view("mine") {
        $0.filter = text("nyc")
        $0.sort = text("name")
    }

    private static let views = [
        mine,
        view("by site") {
            $0.view = text("problems")
            $0.group = text("site")
        },
    ]

    private static func screen(
        _ size: Size = Size(width: 120, height: 40), _ views: [OwnView] = views, kept: KeptScreen = KeptScreen()
    ) -> Screen {
        Screen(SampleFleet.dozen, size, ownViews: views, kept: kept)
    }

    /// The next run, with what the file would hold.
    private static func restarted(_ screen: Screen, _ views: [OwnView] = views) throws -> Screen {
        let kept = try JSONDecoder().decode(KeptScreen.self, from: JSONEncoder().encode(screen.state.kept))
        #expect(kept == screen.state.kept)
        return self.screen(screen.state.size, views, kept: kept)
    }

    @Test func `One begins as it is described, and the view whose lines it has stays as it is`() throws {
        var screen = Self.screen()
        let all = screen.state.items
        try screen.press("7")
        #expect(screen.canvas.lines[4].contains(" 6 Sites [7 mine] 8 by site "))
        #expect(screen.canvas.lines[4].contains("filter: nyc  hides 12 of 16   sort: name"))
        let names = screen.state.rows.order.map { screen.state.rows[$0].server.name }
        #expect(names == ["003", "004", "009", "101"].map { "rdsh-nyc-\($0).corp.example" })
        try screen.press("8")
        #expect(screen.state.view == .problems && screen.state.grouping == .site)
        try screen.press("2")
        #expect(screen.state.items == all && screen.state.filterText.isEmpty)
        #expect(screen.canvas.lines[4].hasPrefix(" 1 Problems [2 All] 3 Certs "))
    }

    // MARK: What is changed in one

    @Test func `What is changed in it is there again when it comes back, and is nobody else's`() throws {
        var screen = Self.screen()
        try screen.press("7", "j", "s", "c")
        let item = screen.state.selectedItem
        try screen.press("2", "7")
        #expect(screen.state.filterText == "nyc" && screen.state.list.sort == .certificate)
        #expect(screen.state.selectedItem == item)
        // The same key again changes nothing.
        try screen.press("7")
        #expect(screen.state.selectedItem == item)
        #expect(screen.state.kept.lists.keys.elementsEqual([.own(Self.mine)]))
    }

    @Test func `The next run has it as it was left, and in front`() throws {
        var screen = Self.screen()
        try screen.press("8", "t", "n", "7", "s", "c", "I", "t", "s", "*", "C", "j", "j", "j", "Enter", "Esc", "/")
        screen.type(" !003")
        try screen.press("Enter", "G")
        var next = try Self.restarted(screen)
        #expect(next.state.front == .own(Self.mine))
        for key in ["8", "7"] {
            try next.press(key)
            try screen.press(key)
            #expect(next.state.list.sort == screen.state.list.sort)
            #expect(next.state.list.isReversed == screen.state.list.isReversed)
            #expect(next.state.filterText == screen.state.filterText)
            #expect(next.state.grouping == screen.state.grouping)
            #expect(next.state.list.turned == screen.state.list.turned)
            #expect(next.state.hiddenColumns == screen.state.hiddenColumns)
            #expect(next.state.items == screen.state.items)
        }
        #expect(next.state.filterText == "nyc !003" && next.state.list.isReversed && !next.state.list.turned.isEmpty)
        #expect(next.state.kept == screen.state.kept)
        #expect(next.text().contains("filter: nyc !003  hides 13 of 16 (kept from last time, Esc resets)"))
        try next.press("2")
        #expect(next.state.filterText.isEmpty && next.state.list.sort == .severity)
    }

    @Test func `One that nobody has changed is as it is described, and its filter is not one of last time`() throws {
        var screen = Self.screen()
        try screen.press("7")
        #expect(screen.state.kept.lists.isEmpty && screen.state.kept.ownView == "mine")
        let next = try Self.restarted(screen)
        #expect(next.state.front == .own(Self.mine) && next.state.filterText == "nyc")
        #expect(!next.text().contains("kept"))
    }

    @Test func `Where the configuration describes it anew, that counts; the others stay as they were`() throws {
        var screen = Self.screen()
        try screen.press("8", "s", "n", "7", "s", "c")
        let anew = Self.view("mine") { $0.filter = Self.text("fra") }
        // Another place among them is no other view.
        var next = try Self.restarted(screen, [Self.views[1], anew])
        #expect(next.state.front == .own(anew))
        #expect(next.state.filterText == "fra" && next.state.list.sort == .severity)
        #expect(next.state.kept.lists.keys.elementsEqual([.own(Self.views[1])]))
        try next.press("7")
        #expect(next.state.list.sort == .name && next.state.grouping == .site)
    }

    @Test func `One that is not described any more gives way to the view whose lines it had`() throws {
        var screen = Self.screen()
        try screen.press("8", "s", "n")
        let without = try Self.restarted(screen, [Self.mine])
        #expect(without.state.front == .program(.problems) && without.state.list.sort == .severity)
        var back = try Self.restarted(without)
        try back.press("8")
        #expect(back.state.list.sort == .name)
    }

    @Test func `A filter that is being typed there is kept neither for it nor for its neighbour`() throws {
        var screen = Self.screen()
        try screen.press("/")
        screen.type("lab")
        try screen.press("Enter", "7", "/")
        screen.type(" !003")
        #expect(screen.state.kept.lists == [.program(.all): KeptList(filter: "lab")])
    }

    // MARK: Its own filter

    @Test func `Esc puts its own filter back, and q then quits`() throws {
        var screen = Self.screen()
        try screen.press("7")
        #expect(screen.canvas.lines.last?.hasSuffix("q:Quit") == true)
        try screen.press("/")
        screen.type(" !003")
        #expect(screen.state.rows.order.count == 3)
        try screen.press("Enter")
        #expect(screen.canvas.lines.last?.hasSuffix("q:Reset") == true)
        try screen.press("q")
        #expect(screen.state.filterText == "nyc" && screen.state.rows.order.count == 4 && screen.effects.isEmpty)
        try screen.press("/", "ctrl-u", "Enter")
        #expect(screen.state.filterText.isEmpty && screen.state.rows.hidden == 0)
        #expect(try Self.restarted(screen).state.filterText.isEmpty)
        try screen.press("/")
        screen.type("lab")
        #expect(screen.state.filterText == "lab")
        try screen.press("Esc")
        #expect(screen.state.filterText == "nyc")
        try screen.press("q")
        #expect(screen.effects == [.quit])
    }

    @Test(arguments: [
        ("zzz", "The filter hides all 16 servers. It is this view's own; / changes it."),
        ("nyc", "The filter hides all 16 servers. Esc resets it."),
    ])
    func `Where it hides everything, the way out is said`(filter: String, words: String) throws {
        var screen = Self.screen(Size(width: 120, height: 40), [Self.view("mine") { $0.filter = Self.text(filter) }])
        try screen.press("7")
        if filter == "nyc" {
            try screen.press("/")
            screen.type("zzz")
            try screen.press("Enter")
        }
        #expect(screen.text().contains(words), "\(screen.text())")
    }

    @Test func `That its filter was taken away is said in the next run, too`() throws {
        var screen = Self.screen()
        try screen.press("7", "/", "ctrl-u", "Enter", "down")
        #expect(screen.canvas.lines[4].contains("[7 mine] 8 by site   filter: -   sort: name"))
        var next = try Self.restarted(screen)
        #expect(next.canvas.lines[4].contains("filter: - (kept from last time, Esc resets)"))
        try next.press("Esc")
        #expect(next.state.filterText == "nyc" && !next.canvas.lines[4].contains("kept"))
    }

    // MARK: As at first

    @Test func `The line of last time is awaited, too, when the view is put back before it comes`() throws {
        var screen = Self.screen()
        try screen.press("7", "G")
        let line = try #require(screen.state.kept.lists[.own(Self.mine)]?.cursor)
        var kept = screen.state.kept
        kept.lists[.own(Self.mine)]?.sort = .since
        var next = Screen(SampleFleet.dozen, Size(width: 120, height: 40), ownViews: Self.views, kept: kept)
        let reset = try #require(ActionTable.action("reset-view"))
        next.effects += next.state.perform(reset)
        #expect(next.state.list.sort == .name)
        #expect(next.state.kept.lists[.own(Self.mine)] == KeptList(cursor: line))
    }

    @Test func `A view can be put back as it was at first, with the cursor where it is`() throws {
        let reset = try #require(ActionTable.action("reset-view"))
        var screen = Self.screen()
        try screen.press("7", "s", "c", "t", "s", "C", "j", "j", "j", "Enter", "Esc", "G")
        let item = screen.state.selectedItem
        screen.effects += screen.state.perform(reset)
        #expect(screen.state.list.sort == .name && screen.state.grouping == .none)
        #expect(screen.state.hiddenColumns.isEmpty && screen.state.selectedItem == item)
        #expect(screen.state.notice?.text == "the view mine is arranged as config.yaml describes it")
        #expect(screen.state.kept.lists.values.allSatisfy { $0 == KeptList(cursor: $0.cursor) })
        try screen.press("2", "I", "/")
        screen.type("lab")
        try screen.press("Enter")
        screen.effects += screen.state.perform(reset)
        #expect(!screen.state.list.isReversed && screen.state.rows.hidden == 0)
        #expect(screen.state.notice?.text == "the view All is arranged as at first")
    }

    @Test func `The choice of columns says whose they are`() throws {
        var screen = Self.screen()
        try screen.press("7", "C")
        #expect(screen.text().contains(" columns of mine "))
        try screen.press("Esc", "2", "C")
        #expect(screen.text().contains(" columns of All "))
    }

    // MARK: Two boards

    @Test func `Boards on one view keep what was changed on each`() {
        let view = NumberedView.own(Self.mine)
        let (own, before) = (kept(view, KeptList(sort: .since)), KeptScreen())
        let there = kept(view, KeptList(filter: "b"))
        #expect(own.merged(since: before, into: there) == kept(view, KeptList(sort: .since, filter: "b")))
        #expect(KeptScreen().merged(since: own, into: own).lists.isEmpty)
    }

    @Test func `A board with an older description of it leaves alone what is kept for the newer one`() {
        let anew = NumberedView.own(Self.view("mine") { $0.filter = Self.text("fra") })
        let old = NumberedView.own(Self.mine)
        var both = kept(old, KeptList(sort: .since))
        let newer = kept(anew, KeptList(sort: .certificate))
        both.lists[anew] = newer.lists[anew]
        #expect(kept(old, KeptList(sort: .since)).merged(since: KeptScreen(), into: newer) == both)
        // The one with the newer description drops what it has found of the older.
        #expect(newer.merged(since: kept(old, KeptList(sort: .since)), into: both) == newer)
    }

    @Test func `The view in front is of the board that changed it last, with its name`() {
        var (own, before, there) = (KeptScreen(), KeptScreen(), KeptScreen())
        (before.view, there.view, there.ownView) = (.all, .all, "mine")
        (own.view, own.ownView) = (.all, nil)
        #expect(own.merged(since: before, into: there).ownView == "mine")
        #expect(own.merged(since: there, into: there).ownView == nil)
    }

    private func kept(_ view: NumberedView, _ list: KeptList) -> KeptScreen {
        var screen = KeptScreen()
        screen.lists[view] = list
        return screen
    }

    // MARK: The form

    @Test func `What is no view in a file is named, and the others count`() throws {
        let file = """
            {"ownViews": [null, {"arranged": {"sort": "since"}}, {"name": "mine", "view": "all", "filter": "nyc",
            "sort": "name", "arranged": {"inverted": true}}]}
            """
        let kept = try JSONDecoder().decode(KeptScreen.self, from: Data(file.utf8))
        #expect(kept.strange == ["ownViews.1", "ownViews.2.name"])
        #expect(kept.lists == [.own(Self.mine): KeptList(isReversed: true)])
    }

    @Test func `Of views that are gone only so many are kept, and those that are there always`() throws {
        var kept = KeptScreen()
        for number in 0..<100 { kept.lists[.own(Self.view("a\(number)") { _ in })] = KeptList(sort: .since) }
        kept.lists[.own(Self.mine)] = KeptList(sort: .since)
        let screen = Self.screen(kept: kept)
        #expect(screen.state.kept.lists.count == KeptScreen.mostOwnViews - OwnView.keys.count + 1)
        #expect(screen.state.kept.lists[.own(Self.mine)] == KeptList(sort: .since))
        let data = try JSONEncoder().encode(kept)
        #expect(try JSONDecoder().decode(KeptScreen.self, from: data).lists.count == KeptScreen.mostOwnViews)
    }

    @Test func `The file says what the view was when it was arranged`() throws {
        var screen = Self.screen()
        try screen.press("7", "s", "c")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(screen.state.kept), as: UTF8.self)
                == #"{"ownView":"mine","ownViews":[{"arranged":{"sort":"certificate"},"filter":"nyc","name":"mine","#
                + #""sort":"name","view":"all"}],"view":"all"}"#)
    }

    @Test(
        arguments: [
            (#"{"ownViews":7}"#, ["ownViews"]), (#"{"ownViews":[{}],"ownView":5}"#, ["ownView", "ownViews.1.name"]),
            (#"{"ownViews":[{"name":"mine","view":"attic"}]}"#, ["ownViews.1.view"]),
            (#"{"ownViews":[{"name":"mine","view":"all","new":1,"arranged":{}}]}"#, ["ownViews.1.new"]),
            (
                #"{"ownViews":[{"name":"mine","view":"all","filter":"nyc","sort":"name","arranged":{"sort":"size"}}]}"#,
                ["ownViews.1.arranged.sort"]
            ),
        ] as [(String, [String])])
    func `What is not understood of one is passed over and named`(json: String, strange: [String]) throws {
        let kept = try JSONDecoder().decode(KeptScreen.self, from: Data(json.utf8))
        #expect(kept.strange == strange)
        var screen = Self.screen(kept: kept)
        try screen.press("7")
        #expect(screen.state.filterText == "nyc" && screen.state.list.sort == .name)
    }

    // MARK: Keys without a view

    @Test func `A key without a view says where views come from`() throws {
        var screen = Screen()
        try screen.press("7")
        #expect(
            screen.state.notice?.text
                == "no view yet; views: in config.yaml makes one (man rdptop-config)")
        var two = Self.screen()
        try two.press("9")
        #expect(two.state.notice?.text == "config.yaml has 2 under views:, and no more")
        #expect(two.state.view == .all)
    }

    @Test(
        arguments: [
            ([], ["  7                 show a view of your own, once views: in config.yaml describes one"]),
            (
                views,
                [
                    "  7                 show mine, a view of your own",
                    "  8                 show by site, a view of your own",
                    "  9                 show another view of your own, once views: in config.yaml describes one",
                ]
            ),
        ] as [([OwnView], [String])])
    func `The help names the views that there are, and how to get one more`(views: [OwnView], lines: [String]) throws {
        var screen = Self.screen(Size(width: 120, height: 40), views)
        try screen.press("?", "/")
        screen.type("of your own")
        let shown = screen.state.helpPage.page.lines.map(\.text)
        #expect(shown.filter { ["7", "8", "9"].contains($0.dropFirst(2).prefix(1)) } == lines)
    }

    @Test(arguments: [
        (120, " 1 Problems  2 All  3 Certs  4 Gateways  5 Events  6 Sites [7 mine] 8 by site   filter: nyc  hides"),
        (80, " 1 2 3 4 5 6 [7 mine] 8 by site   filter: nyc  hides 12 of 16   sort: name"),
        (60, "[7 mine]  filter: nyc  hides 12 of 16   sort: name"), (40, "[7 mine]  filter: nyc"),
    ])
    func `Where there is no room for all names, those of the program's views give way first`(
        width: Int, line: String
    ) throws {
        var screen = Self.screen(Size(width: width, height: 24))
        try screen.press("7")
        #expect(screen.canvas.lines[3].hasPrefix(line), "\(screen.canvas.lines[3])")
        try screen.press("2")
        #expect(screen.canvas.lines[3].contains("[2 All]"))
    }
}
