import LabSupport
import Testing

@Suite("A storm of keys and sizes")
struct KeyStormTests {
    /// Every printable key but those that quit, and those that give the terminal to somebody until Enter is pressed.
    private static let letters = (0x20...0x7E).map { Character(Unicode.Scalar($0)) }.filter { !"qQ!Y".contains($0) }

    private static let specials: [TerminalKey] = [
        .enter, .escape, .tab, .backspace, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .function(1),
        .function(5), .control("d"), .control("u"), .control("l"), .control("w"), .control("r"), .control("f"),
        .control("b"), .control("n"), .control("p"), .backTab, .function(2), .function(3), .function(4), .function(6),
    ]

    // An argument, so that the report of a failure names the seed.
    @Test("of ten thousand keys, as fast as they come, is taken to the end", arguments: [10_000] as [UInt64])
    func tenThousand(seed: UInt64) async throws {
        let fleet = try ClosedServers(count: 25)
        var numbers = SplitMix(state: seed)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("SERVER")
            for round in 0..<50 {
                for _ in 0..<4 {
                    let text = (0..<48).compactMap { _ in Self.letters.randomElement(using: &numbers) }
                    try await session.type(String(text))
                    try await session.send(
                        try #require(Self.specials.randomElement(using: &numbers)),
                        try #require(Self.specials.randomElement(using: &numbers)))
                }
                // Down to a single cell and back, between the keys.
                let side = round % 10
                try await session.resize(to: TerminalSize(columns: 1 + side * 16, rows: 1 + side * 5))
            }
            try await session.resize(to: .classic)
            try await leave(session)
        }
    }

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
            try await leave(session)
        }
    }

    /// Goes out of whatever is open, until the list is there, and quits.
    private func leave(_ session: TmuxSession) async throws {
        try await session.waitFor("its old size") { $0.count == 24 }
        // A prompt, a page, help, details, marks, a filter: each takes one.
        for _ in 0..<8 { try await session.send(.escape) }
        // Behind ten thousand keys, each of which is drawn, on a processor that others want, too.
        try await session.waitFor("the list at its old size", within: .seconds(240)) { screen in
            screen.count == 24 && screen.last?.contains("q:Quit") == true
        }
        try await session.send("?")
        try await session.waitFor("move down")
        try await session.send("Q")
        #expect(try await session.exitStatus() == 0)
        #expect(try await session.modes() == .plain)
        #expect(session.lineSettingsRestored)
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
