import LabSupport
import Testing

@Suite("The demo")
struct DemoTests {
    @Test(
        "says that it is one, counts its servers and names the layers, at both sizes",
        arguments: [TerminalSize.classic, .roomy])
    func opens(size: TerminalSize) async throws {
        try await withDashboard(["demo"], size: size) { session in
            // The footer is painted last.
            let screen = try await session.waitFor("q:Quit")
            #expect(screen.shows("D P T X S C N U G"))
            #expect(screen.first?.contains("DEMO") == true)
            #expect(screen.shows("of 128"))
            for word in ["DOWN", "WARN", "?", "ok"] {
                #expect(screen.count(word) != nil, "\(word)")
            }
            #expect(screen.last?.contains("?:Help") == true)
            #expect(screen.last?.contains("q:Quit") == true)
        }
    }

    /// A server of the demo, the layer that its scenario hurts, and the sign there.
    private static let failures: [(server: String, layer: Character, sign: Character)] = [
        ("rdsh-nyc-101", "C", "E"), ("rdsh-nyc-102", "C", "!"), ("rdsh-nyc-103", "S", "H"),
        ("rdsh-nyc-104", "D", "N"), ("rdsh-nyc-105", "C", "M"), ("rdsh-sin-101", "X", "T"),
        ("rdsh-sin-102", "C", "E"), ("rdsh-sin-103", "S", "R"), ("rdsh-sin-104", "D", "S"),
        ("rdsh-fra-102", "C", "!"), ("rdsh-lab-122", "T", "R"),
    ]

    @Test("shows what is wrong with each server in the column of its layer, and nothing behind it")
    func knownFailures() async throws {
        try await withDashboard(["demo"], size: TerminalSize(columns: 120, rows: 136)) { session in
            var unseen = Self.failures
            // Noted as they come: the script repairs some of these servers in time.
            let screen = try await session.waitFor("the last of the failures") { screen in
                let grid = Grid(screen)
                unseen.removeAll { grid?.cell($0.layer, of: $0.server) == $0.sign }
                return unseen.isEmpty
            }
            let grid = try #require(Grid(screen))
            #expect(grid.cell("T", of: "rdsh-nyc-104") == ":")
            #expect(grid.cell("S", of: "rdsh-lab-122") == ":")
            #expect(grid.cell("G", of: "rdsh-fra-014") == "-")
            #expect(["D", "T", "X", "S", "C"].allSatisfy { grid.cell($0, of: "rdsh-fra-014") == "∙" })
        }
    }

    @Test("goes through its scripted outage: six servers of Frankfurt refuse connections, and are new")
    func timeline() async throws {
        try await withDashboard(["demo"], size: .roomy) { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.filter("rdsh-fra-00 is:down")
            let screen = try await session.waitFor("six refused servers") { screen in
                Grid(screen)?.cells("T", of: "rdsh-fra-00").filter { $0 == "R" }.count == 6
            }
            #expect((1...6).allSatisfy { number in screen.contains { $0.hasPrefix("+ DOWN   rdsh-fra-00\(number)") } })
            #expect(screen.contains { $0.contains(">>") && $0.contains("rdsh-fra-00") })
        }
    }
}
