import LabSupport
import Testing

@Suite("Keys")
struct KeyTests {
    @Test("move the cursor, open a server and go to its neighbours")
    func movement() async throws {
        let fleet = try ClosedServers(count: 40)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("rows 1-")
            try await session.send("s")
            try await session.waitFor("n:name")
            try await session.send("n")
            try await session.waitFor("sort: name")
            for (keys, place) in Self.moves {
                for key in keys { try await session.send(key) }
                try await session.send(.enter)
                // The list, too, may say "40 of 40"; only the details show the whole name.
                try await session.waitFor("server \(place) after \(keys.map(\.name))") { screen in
                    screen.shows(ClosedServers.name(place)) && screen.shows("\(place) of 40")
                }
                try await session.send(.escape)
                try await session.waitFor("DIAGNOSIS")
            }
            try await session.send("g", .enter)
            try await session.waitFor("1 of 40")
            try await session.send("J", "J")
            try await session.waitFor("3 of 40")
            try await session.send("K")
            try await session.waitFor("2 of 40")
            #expect(try await session.screen().shows(ClosedServers.name(2)))
        }
    }

    /// Keys in the list, one after the other, and the server that Enter opens then.
    private static let moves: [(keys: [TerminalKey], place: Int)] = [
        (["g"], 1), (["j"], 2), (["j", .down], 4), (["k"], 3), ([.up], 2), (["G"], 40), (["k"], 39), (["g", "k"], 1),
        ([.end], 40), (["j"], 40), ([.home], 1), (["G", "g"], 1),
    ]

    @Test("scroll the details, whose every line can be reached")
    func details() async throws {
        let fleet = try ClosedServers(count: 2)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("refused")
            try await session.send(.enter)
            let top = try await session.waitFor("q:Back")
            #expect(top.shows("how sure") && top.shows("refused") && top.shows("certain"))
            try await session.send("G")
            let bottom = try await session.waitFor("site        Basement")
            #expect(!bottom.shows("how sure"))
            try await session.send("q")
            try await session.waitFor("SERVER")
            #expect(try await session.isAlive())
        }
    }

    @Test("x explains a row and each of its cells")
    func explanation() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], size: TerminalSize(columns: 120, rows: 90), in: fleet.folder) { session in
            try await session.waitFor("refused")
            try await session.send("x")
            let screen = try await session.waitFor("why \(ClosedServers.name(1)) is DOWN")
            #expect(screen.shows("R refused or reset"))
            #expect(screen.contains { $0.contains("X.224") && $0.contains("it needs TCP, which failed") })
            try await session.send("q")
            try await session.waitFor("SERVER")
        }
    }

    @Test("? lists every key, and each key of the footer is among them")
    func help() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], size: TerminalSize(columns: 120, rows: 240), in: fleet.folder) { session in
            let board = try await session.waitFor("?:Help")
            let titles = try #require(board.last).split(separator: " ").map {
                $0.hasPrefix(":") ? ":" : $0.prefix { $0 != ":" }
            }
            #expect(titles.count >= 8)
            try await session.send("?")
            // The footer is painted last.
            let help = try await session.waitFor("Enter:Do")
            let inside = help.filter { $0.hasPrefix("│") }
            for title in titles {
                #expect(inside.contains { $0.split(separator: " ").dropFirst().prefix(3).contains(title) }, "\(title)")
            }
            for key in ["Ctrl-C", "Ctrl-Z", "Ctrl-L", "PgDn", "Home"] { #expect(help.shows(key), "\(key)") }
            try await session.send(.escape)
            try await session.waitFor("SERVER")
        }
    }

    @Test("that mean nothing say so, and Esc in the list does not quit")
    func deadKeys() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try await session.send("B")
            try await session.waitFor("B: no binding here; ? lists the keys")
            try await session.send(.function(9))
            try await session.waitFor("F9: no binding here")
            try await session.send(.escape)
            try await session.waitFor("q quits")
            #expect(try await session.isAlive())
        }
    }

    @Test("> and < go through the sort orders and back")
    func sorting() async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("sort: severity")
            for (key, order): (TerminalKey, String) in [(">", "name"), (">", "site"), ("<", "name"), ("<", "severity")]
            {
                try await session.send(key)
                let screen = try await session.waitFor("sort: \(order)")
                #expect(screen.shows("SERVER"))
            }
        }
    }

    @Test("r probes a server, and asked again at once says when it may be")
    func probing() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("r")
            let answer = try await session.waitFor("an answer to r") { screen in
                screen.shows("probing ts-001") || screen.shows("again in")
            }
            #expect(answer.count("DOWN") == 1)
            try await session.send("r")
            try await session.waitFor("again in")
        }
    }
}
