import LabSupport
import Testing

@Suite("The mouse")
struct MouseTests {
    /// A report in xterm's form 1006; columns and rows count from 1.
    private static func report(_ button: Int, column: Int = 20, row: Int) -> String {
        "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m"
    }

    @Test("is off until asked for, then selects, opens and scrolls, and is off again")
    func journey() async throws {
        let fleet = try ClosedServers(count: 30)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            #expect(try await !session.modes().mouse)
            #expect(session.bytesWritten().firstRange(of: Array("\u{1B}[?100".utf8)) == nil)
            try await session.send("M")
            try await session.waitFor("mouse on: ")
            #expect(try await session.modes().mouse)

            let screen = try await session.screen()
            let line = try #require(screen.firstIndex { $0.contains("ts-007") })
            try await session.type(Self.report(0, row: line + 1))
            try await session.send("x")
            try await session.waitFor("ts-007.lab.test")
            try await session.send(.escape)
            try await session.waitFor("rows 1-")
            try await session.type(Self.report(0, row: line + 1))
            try await session.waitFor("7 of 30")
            try await session.send(.escape)
            try await session.waitFor("rows 1-")
            for _ in 0..<8 { try await session.type(Self.report(65, row: line + 1)) }
            try await session.waitFor("-30 of 30")

            try await session.send("M")
            try await session.waitFor("mouse off")
            #expect(try await !session.modes().mouse)
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
    }
}
