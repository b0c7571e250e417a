import LabSupport
import Testing

@Suite("A storm of keys and sizes")
struct KeyStormTests {
    /// Every printable key but those that quit.
    private static let letters = (0x20...0x7E).map { Character(Unicode.Scalar($0)) }.filter { !"qQ".contains($0) }

    private static let specials: [TerminalKey] = [
        .enter, .escape, .tab, .backspace, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .function(1),
        .function(5), .control("d"), .control("u"), .control("l"), .control("w"),
    ]

    @Test("leaves a dashboard that runs, answers and quits in order", arguments: [1, 2, 3] as [UInt64])
    func storm(seed: UInt64) async throws {
        let fleet = try ClosedServers(count: 25)
        var numbers = SplitMix(state: seed)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("SERVER")
            for _ in 0..<25 {
                let text = (0..<Int.random(in: 1...12, using: &numbers)).compactMap { _ in
                    Self.letters.randomElement(using: &numbers)
                }
                try await session.type(String(text))
                for _ in 0..<4 {
                    try await session.send(try #require(Self.specials.randomElement(using: &numbers)))
                }
                let size = TerminalSize(
                    columns: .random(in: 1...150, using: &numbers), rows: .random(in: 1...50, using: &numbers))
                try await session.resize(to: size)
            }
            try await session.resize(to: .classic)
            // Out of whatever is open, up to four deep: a prompt, help, details, a filter.
            try await session.send(.escape, .escape, .escape, .escape, .escape)
            try await session.waitFor("the list at its old size") { screen in
                screen.count == 24 && screen.shows("of 25") && screen.last?.contains("q:Quit") == true
            }
            try await session.send("?")
            try await session.waitFor("move down, or scroll")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
        }
    }
}

/// SplitMix64 of Steele, Lea and Flood: the same keys for the same seed.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
