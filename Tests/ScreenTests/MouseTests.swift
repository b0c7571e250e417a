import LabSupport
import Testing

@Suite("The mouse")
struct MouseTests {
    /// A report in xterm's form 1006; columns and rows count from 1.
    private static func report(_ button: Int, column: Int = 20, row: Int) -> String {
        "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m"
    }

    /// The line of a server in the list, from 1; waits until the list is there.
    @discardableResult
    private static func line(of name: String, in session: TmuxSession) async throws -> Int {
        let screen = try await session.waitFor("\(name) in the list") { screen in
            screen.contains { $0.contains(name) } && screen.last?.contains("q:Quit") == true
        }
        return (screen.firstIndex { $0.contains(name) } ?? 0) + 1
    }

    @Test("is off until asked for, then selects, opens and scrolls, and is off again")
    func journey() async throws {
        let fleet = try ClosedServers(count: 15)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            #expect(try await !session.modes().mouse)
            #expect(["1000h", "1006h"].allSatisfy { session.bytesWritten().lastSwitch($0) == nil })
            try await session.send("M")
            try await session.waitFor("mouse on: ")
            #expect(try await session.modes().mouse)

            let line = try await Self.line(of: "ts-007", in: session)
            try await session.type(Self.report(0, row: line))
            try await session.send("x")
            try await session.waitFor("ts-007.lab.test")
            try await session.send(.escape)
            try await session.type(Self.report(0, row: try await Self.line(of: "ts-007", in: session)))
            try await session.waitFor("the details of the server") { screen in
                screen.shows("ts-007.lab.test") && screen.last?.contains("q:Back") == true
            }
            try await session.send(.escape)
            try await Self.line(of: "ts-007", in: session)
            // Five notches lead to the last of fifteen, whose explanation says so.
            let last = try #require(try await session.screen().last { $0.contains(" ts-") })
            let name = try #require(last.split(separator: " ").first { $0.hasPrefix("ts-") }).prefix(6)
            for _ in 0..<5 { try await session.type(Self.report(65, row: line)) }
            try await session.send("x")
            try await session.waitFor("\(name).lab.test")
            try await session.send(.escape)

            try await session.send("M")
            try await session.waitFor("mouse off")
            #expect(try await !session.modes().mouse)
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
    }
}
