import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct WritePromptTests {
    private static func screen(_ keys: String...) throws -> Screen {
        var screen = Screen()
        for key in keys { try screen.press(key) }
        return screen
    }

    private static func request(_ screen: Screen) throws -> WriteRequest {
        let requests = screen.effects.map { effect -> WriteRequest? in
            guard case .writeReport(let request) = effect else { return nil }
            return request
        }
        return try #require(requests.last ?? nil)
    }

    @Test(arguments: [
        ([], " Enter writes the list as Markdown  Tab: JSON  Esc cancels"),
        (["/", "n", "y", "c", "Enter"], " Enter writes the list as Markdown  Tab: JSON  Down: all 16  Esc cancels"),
        (["Space"], " Enter writes 1 marked as Markdown  Tab: JSON  Down: the list  Esc cancels"),
        (["Enter"], " Enter writes this server as Markdown  Tab: JSON  Down: the list  Esc cancels"),
    ])
    func `The prompt says what is written, and how to choose otherwise`(keys: [String], hint: String) throws {
        var screen = Screen()
        for key in keys { try screen.press(key) }
        try screen.press("w")
        #expect(screen.canvas.lines.last == hint)
    }

    @Test func `Down turns through the server, the marked, the list and the whole fleet`() throws {
        var screen = try Self.screen("j", "Space", "/", "n", "y", "c", "Enter", "Enter", "w")
        var sizes: [Int] = []
        var filters: [String] = []
        for _ in 0..<5 {
            try screen.press("Enter")
            let request = try Self.request(screen)
            sizes.append(request.servers.count)
            filters.append(request.filter)
            // The same again, and one choice further.
            try screen.press("w")
            for _ in 0..<sizes.count { try screen.press("Down") }
        }
        #expect(sizes[0] == 1 && sizes[1] == 1)
        #expect(sizes[2] == screen.state.shownServers.count)
        #expect(sizes[3] == SampleFleet.dozen.count)
        #expect(sizes[4] == 1)
        #expect(filters == ["", "", "nyc", "", ""])
        try screen.press("Up", "Up")
        try screen.press("Enter")
        #expect(try Self.request(screen).order == "worst first, then as in the fleet file")
    }

    @Test func `A name that says what it is chooses its format, and one that does not leaves it`() throws {
        var screen = try Self.screen("w", "ctrl-u")
        screen.type("a.json")
        #expect(screen.canvas.lines.last?.hasPrefix(" Enter writes the list as JSON  Tab: text") == true)
        screen.type(".old")
        try screen.press("Enter")
        let request = try Self.request(screen)
        #expect(request.path == "a.json.old" && request.format == .json)
    }
}
