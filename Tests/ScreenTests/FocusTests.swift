import LabSupport
import Testing

@Suite("The focus")
struct FocusTests {
    private static let gained = "\u{1B}[I"
    private static let lost = "\u{1B}[O"

    @Test("is asked for, never taken for keys, and the clock goes on more seldom without it")
    func clock() async throws {
        let fleet = try ClosedServers(count: 2)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            #expect(session.bytesWritten().lastSwitch("1004h") != nil)
            // A prompt and what was typed into it stay.
            try await session.send("/")
            try await session.type("00")
            try await session.waitFor("filter> 00")
            for _ in 0..<3 { try await session.type(Self.gained + Self.lost) }
            try await session.type("2\(Self.lost)")
            let inPrompt = try await session.waitFor("filter> 002")
            #expect(inPrompt.shows("1 of 2"))
            try await session.send(.enter)
            try await session.waitFor("filter: 002")
            // From here on there is no frame but for the clock, which says how long ago that was.
            try await session.send("P", "y")
            try await session.waitFor("STOPPED")
            try await session.type(Self.lost)
            let slow = try await Self.clocks(in: session, until: "twelve seconds") { $0.span >= 12 }
            #expect(slow.count <= 6, "\(slow)")
            try await session.type(Self.gained)
            // A slow one needs five seconds for the last two of them.
            try await Self.clocks(in: session, until: "three in a row") { $0.count > 2 && $0.suffix(3).span <= 3 }
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
    }

    /// What the clock of stopped probing shows, in seconds, each once, until there is enough of it.
    @discardableResult
    private static func clocks(
        in session: TmuxSession, until description: String, isEnough: ([Int]) -> Bool
    ) async throws -> [Int] {
        var clocks: [Int] = []
        try await session.waitFor("a clock of \(description)") { screen in
            if let clock = screen.secondsStopped, clocks.last != clock { clocks.append(clock) }
            return isEnough(clocks)
        }
        return clocks
    }
}

extension RandomAccessCollection<Int> {
    fileprivate var span: Int { (last ?? 0) - (first ?? 0) }
}

extension [String] {
    /// For how long probing has been stopped: the minutes and seconds in `(00:42 ago)`.
    fileprivate var secondsStopped: Int? {
        guard let title = first, let begin = title.firstRange(of: "Z ("), let end = title.firstRange(of: " ago)") else {
            return nil
        }
        let parts = title[begin.upperBound..<end.lowerBound].split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
    }
}
