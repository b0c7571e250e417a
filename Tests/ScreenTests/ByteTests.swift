import LabSupport
import Testing

@Suite("Bytes to the terminal")
struct ByteTests {
    @Test("of the first paint are at most 12 KB")
    func firstPaint() async throws {
        try await withDashboard(["demo"], size: .roomy) { session in
            // Curses paints from the top; the last word of the footer is the last of the first frame.
            let footer = Array(":Quit".utf8)
            let bytes = try await poll {
                let bytes = session.bytesWritten()
                return bytes.firstRange(of: footer).map { bytes[..<$0.upperBound] }
            }
            let count = try #require(bytes).count
            #expect(count <= 12_000)
        }
    }

    @Test("of a screen on which only clocks change stay few, and there is no full repaint among them")
    func steady() async throws {
        let fleet = try ClosedServers(count: 30)
        try await withDashboard([], size: .roomy, in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            let before = session.bytesWritten().count
            // Measured by the clock on the screen, which stands still when the program does not get to paint.
            let start = try #require(try await session.screen().secondOfDay)
            let screen = try await session.waitFor("five more seconds") { screen in
                (screen.secondOfDay ?? start) - start >= 5 || screen.secondOfDay.map { $0 < start } == true
            }
            let seconds = ((try #require(screen.secondOfDay)) - start + 86_400) % 86_400
            let written = session.bytesWritten().dropFirst(before)
            #expect(!written.isEmpty)
            #expect(written.count <= (seconds + 1) * 1_500)
            #expect(written.firstRange(of: Array("\u{1B}[2J".utf8)) == nil)
        }
    }

    @Test("are not held up by a limit on the size of files")
    func limitedFiles() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let binary = try RdptopBinary()
        try await withTerminal {
            try await TmuxSession.start(
                command: ["sh", "-c", "ulimit -f 0; exec \(binary.path) \(endpoint)"])
        } body: { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
    }
}
