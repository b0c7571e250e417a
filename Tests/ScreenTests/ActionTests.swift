import Foundation
import LabSupport
import Testing

@Suite("Actions on servers")
struct ActionTests {
    @Test("a acknowledges all servers of a filter, with a reason, and the counts say so")
    func acknowledging() async throws {
        let fleet = try ClosedServers(count: 12)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.filter("ts-00")
            try await session.send("V")
            try await session.waitFor("9 marked")
            try await session.send("a")
            try await session.waitFor("acknowledge, because>")
            try await session.type("cable cut")
            try await session.send(.enter)
            let board = try await session.waitFor("acked 9")
            #expect(board.count("DOWN") == 12)
            try await session.send(.escape)
            try await session.waitFor("a flag in front of the row") { screen in
                screen.contains { $0.contains("ts-001") && $0.drop { $0 == " " }.hasPrefix("a") }
            }
            try await session.send("A")
            try await session.waitFor("9 acked or muted hidden")
            // Without the filter it still has to be said that these are hidden.
            try await session.send(.escape)
            let rest = try await session.waitFor("filter: -  9 acked or muted hidden")
            let grid = try #require(Grid(rest))
            #expect(!grid.words(of: "ts-010").isEmpty && grid.words(of: "ts-009").isEmpty)
        }
    }

    @Test("p stops the screen, which says so while time goes on, and goes on again at the same server")
    func freezing() async throws {
        let fleet = try ClosedServers(count: 5)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("j", "p")
            try await session.waitFor("FROZEN")
            try await session.send(.enter)
            try await session.waitFor("2 of 5")
            try await session.send(.escape)
            try await session.waitFor("the age of the frozen screen") { screen in
                screen.first?.contains("(00:02 ago)") == true || screen.first?.contains("(00:03 ago)") == true
            }
            try await session.send("p")
            try await session.waitFor("LIVE")
            try await session.send(.enter)
            try await session.waitFor("2 of 5")
        }
    }

    @Test("w writes the marked servers and no others")
    func writingMarks() async throws {
        let fleet = try ClosedServers(count: 4)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("s", "n")
            try await session.waitFor("sort: name")
            try await session.send("j", " ", " ")
            try await session.waitFor("2 marked")
            try await session.writePrompt(endingIn: ".json")
            try await session.send(.control("u"))
            try await session.type("marked.json")
            try await session.send(.enter)
            try await session.waitFor("wrote 2 servers to marked.json")
            let data = try Data(contentsOf: URL(filePath: fleet.folder["marked.json"]))
            let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let servers = try #require(object["servers"] as? [[String: Any]])
            #expect(servers.compactMap { $0["name"] as? String }.sorted() == [2, 3].map(ClosedServers.name))
        }
    }

    @Test("P asks before it stops probing, and a banner stays until it is pressed again")
    func stopping() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("P")
            try await session.waitFor("Stop all probing?")
            try await session.send(.enter)
            try await session.waitFor("cancelled")
            try await session.send("P", "y")
            try await session.waitFor("STOPPED")
            try await session.send("r")
            try await session.waitFor("probing is stopped")
            try await session.send("P")
            try await session.waitFor("LIVE")
        }
    }

    @Test("x and v ask a server in other ways, after saying what that does, and too soon again says when")
    func askingOtherwise() async throws {
        try await withDashboard(["demo"], size: .roomy) { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.filter("rdsh-fra-014")
            try await session.waitFor("the server is probed") { screen in
                Grid(screen)?.cell("C", of: "rdsh-fra-014") == "∙"
            }
            try await session.send("x")
            try await session.waitFor("Not asked in other ways yet")
            try await session.send("v")
            try await session.waitFor("up to four connections")
            try await session.send("y")
            try await session.waitFor("asking in 4 other ways")
            try await session.waitFor("four results") { screen in
                screen.count {
                    $0.contains(" ago") && ($0.contains("chooses") || $0.contains("works") || $0.contains("X.224"))
                } >= 4
            }
            try await session.send("v", "y")
            try await session.waitFor("again in")
        }
    }
}
