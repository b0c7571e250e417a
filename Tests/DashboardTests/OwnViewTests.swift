import Drawing
import FleetModel
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

    private static let views = [
        view("mine") {
            $0.filter = text("nyc")
            $0.sort = text("name")
        },
        view("by site") {
            $0.view = text("problems")
            $0.group = text("site")
        },
    ]

    private static func screen(_ size: Size = Size(width: 120, height: 40)) -> Screen {
        Screen(SampleFleet.dozen, size, ownViews: views)
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

    @Test func `What is changed in it lasts until the program ends, and is nobody else's`() throws {
        var screen = Self.screen()
        try screen.press("7", "j", "s", "c", "Esc")
        #expect(screen.state.filterText.isEmpty)
        let item = screen.state.selectedItem
        try screen.press("2", "7")
        #expect(screen.state.filterText.isEmpty && screen.state.list.sort == .certificate)
        #expect(screen.state.selectedItem == item)
        // The same key again changes nothing.
        try screen.press("7")
        #expect(screen.state.selectedItem == item)
        let kept = screen.state.kept
        #expect(kept.view == .all && kept.lists.isEmpty)
    }

    @Test func `A filter that is being typed there is not kept for the view whose lines it has`() throws {
        var screen = Self.screen()
        try screen.press("/")
        screen.type("lab")
        try screen.press("Enter", "7", "/")
        screen.type(" !003")
        #expect(screen.state.kept.lists[.all]?.filter == "lab")
    }

    @Test func `A key without a view says where views come from`() throws {
        var screen = Screen()
        try screen.press("7")
        #expect(screen.state.notice?.text == "no views of your own: config.yaml has none under views:")
        var two = Self.screen()
        try two.press("9")
        #expect(two.state.notice?.text == "config.yaml has 2 under views:, and no more")
        #expect(two.state.view == .all)
    }

    @Test(arguments: [80, 60, 40])
    func `Where there is no room for all views, the one in front stands alone`(width: Int) throws {
        var screen = Self.screen(Size(width: width, height: 24))
        try screen.press("7")
        #expect(screen.canvas.lines[3].hasPrefix("[7 mine]"))
    }
}
