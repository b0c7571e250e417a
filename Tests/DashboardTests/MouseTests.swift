import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct MouseTests {
    /// Where the line of a server stands on the screen.
    private static func place(of name: String, on screen: Screen, column: Int = 10) throws -> Point {
        Point(column: column, row: try #require(screen.canvas.lines.firstIndex { $0.contains(name) }))
    }

    @Test func `While it is off, nothing that it does is taken`() throws {
        var screen = Screen()
        let before = screen.text()
        _ = screen.state.apply(.mouse(MouseInput(.press, at: try Self.place(of: "kiosk-07", on: screen))))
        _ = screen.state.apply(.mouse(MouseInput(.wheelDown, at: .origin)))
        #expect(screen.text() == before)
        #expect(!before.contains("mouse"))
    }

    @Test func `A key switches it on and off, and the screen says so`() throws {
        var screen = Screen()
        try screen.press("M")
        #expect(screen.effects == [.mouse(true)])
        #expect(screen.text().contains("mouse on: click selects, click again opens, wheel scrolls; M: off"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(10)))
        #expect(screen.text().contains("   mouse on"))
        try screen.press("M")
        #expect(screen.effects == [.mouse(true), .mouse(false)])
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(20)))
        #expect(!screen.text().contains("mouse"))
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 30, height: 12)])
    func `A click selects the line under it, and a second one opens it`(size: Size) throws {
        var screen = Screen(SampleFleet.dozen, size)
        try screen.press("M")
        let place = try Self.place(of: "kiosk-07", on: screen)
        _ = screen.state.apply(.mouse(MouseInput(.press, at: place)))
        #expect(screen.selected == "kiosk-07")
        #expect(!screen.state.isDetailOpen)
        _ = screen.state.apply(.mouse(MouseInput(.press, at: place)))
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.isDetailOpen)
    }

    @Test func `The first click selects even the line where the cursor waits`() throws {
        var screen = Screen()
        try screen.press("M")
        _ = screen.state.apply(.mouse(MouseInput(.press, at: try Self.place(of: "intranet", on: screen))))
        #expect(!screen.state.isDetailOpen)
    }

    @Test func `A click beside the lines does nothing`() throws {
        var screen = Screen()
        try screen.press("M")
        for row in [0, 1, 2, 3, 4, 22, 23, 999] {
            _ = screen.state.apply(.mouse(MouseInput(.press, at: Point(column: 10, row: row))))
        }
        #expect(screen.selected == "intranet")
        #expect(!screen.state.isDetailOpen)
    }

    @Test func `The wheel moves by three lines, and scrolls what is read`() throws {
        var screen = Screen()
        try screen.press("M")
        _ = screen.state.apply(.mouse(MouseInput(.wheelDown, at: .origin)))
        #expect(screen.state.cursor == 3)
        _ = screen.state.apply(.mouse(MouseInput(.wheelUp, at: .origin)))
        #expect(screen.state.cursor == 0)
        try screen.press("x")
        _ = screen.state.apply(.mouse(MouseInput(.wheelDown, at: .origin)))
        #expect(screen.state.overlayScroll == 3)
        #expect(screen.state.cursor == 0)
    }

    @Test func `Nothing is taken while a line is typed or a menu waits`() throws {
        for key in ["/", "T"] {
            var screen = Screen()
            try screen.press("M", key)
            let before = screen.text()
            _ = screen.state.apply(.mouse(MouseInput(.wheelDown, at: .origin)))
            _ = screen.state.apply(.mouse(MouseInput(.press, at: Point(column: 10, row: 8))))
            #expect(screen.text() == before, "\(key)")
        }
    }

    @Test func `The colours are chosen by one more key`() throws {
        var screen = Screen()
        try screen.press("T", "c")
        #expect(screen.effects == [.theme(.cvd)])
        try screen.press("T")
        let menu = screen.text()
        #expect(Theme.allCases.allSatisfy { menu.contains(":\($0.rawValue) ") })
        try screen.press("z")
        #expect(screen.effects.count == 1)
    }
}
