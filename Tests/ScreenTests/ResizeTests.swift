import LabSupport
import Testing

@Suite("A terminal that changes its size")
struct ResizeTests {
    /// A size, and whether there is room for all four counts.
    ///
    /// A single cell stays blank: what stands in the last one of a terminal must be pushed there from another.
    private static let sizes: [(columns: Int, rows: Int, hasCounts: Bool)] = [
        (200, 60, true), (120, 40, true), (60, 15, true), (40, 10, true), (20, 5, true), (5, 2, false), (1, 1, false),
        (80, 24, true),
    ]

    @Test("is filled anew without a key press, down to a single cell and back; the counts are the last to go")
    func sizes() async throws {
        let fleet = try ClosedServers(count: 30)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            for (columns, rows, hasCounts) in Self.sizes {
                try await session.resize(to: TerminalSize(columns: columns, rows: rows))
                let screen = try await session.waitFor("counts at \(columns)x\(rows)") { screen in
                    guard screen.count == rows, screen.allSatisfy({ $0.count <= columns }) else { return false }
                    return hasCounts
                        ? screen.shows("30") && screen.shows("ok")
                        : rows * columns == 1 || screen.first?.hasPrefix("D") == true
                }
                #expect(rows < 10 || screen.shows("ts-0"), "\(columns)x\(rows)")
            }
            let screen = try await session.waitFor("DIAGNOSIS")
            #expect(screen.count("DOWN") == 30)
            #expect(screen.last?.contains("q:Quit") == true)
        }
    }

    @Test("while something is open keeps it open", arguments: ["/", "w", "?", "x", "Enter"] as [TerminalKey])
    func sizesWithSomethingOpen(key: TerminalKey) async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("refused")
            try await session.send(key)
            let before = try await session.waitFor("\(key.name) to open something") {
                $0.last?.contains("q:Quit") == false
            }
            for (columns, rows, _) in Self.sizes {
                try await session.resize(to: TerminalSize(columns: columns, rows: rows))
                try await session.waitFor("\(columns)x\(rows)") {
                    $0.count == rows && (rows * columns == 1 || $0.contains { !$0.isEmpty })
                }
            }
            try await session.waitFor("the footer of before") { $0.last == before.last }
        }
    }
}
