import Foundation
import LabSupport
import Testing

/// What people come for, from the first look to the end, with the keys that it takes.
@Suite("A journey")
struct JourneyTests {
    @Test(
        "from the demo's start to what its servers share, the evidence and the first remedy takes at most five keys",
        arguments: [TerminalSize.classic, .roomy])
    func causeOfAnOutage(size: TerminalSize) async throws {
        try await withDashboard(["demo"], size: size) { session in
            try await session.waitFor("the outage in one sentence") { screen in
                screen.contains { $0.contains(">>") && $0.contains("down since") && $0.contains("TCP 3389 refused") }
            }
            var pressed: [TerminalKey] = []
            // To the heading; where the row under the cursor has a cause of its own, that one comes first.
            var heading = ""
            while !heading.contains(" servers since "), pressed.count < 2 {
                pressed.append("J")
                try await session.send("J")
                heading = try await session.waitForCursorLine("a heading") {
                    $0.contains(" servers") && $0.contains("since ")
                }
            }
            #expect(heading.contains("TCP 3389 refused"))
            pressed.append("x")
            try await session.send("x")
            // How many they are may change meanwhile.
            var pages = [try await session.waitFor("servers share ")]
            #expect(pages[0].contains { $0.contains("shared") && $0.contains("TCP 3389 refused") })
            #expect(pages[0].shows("how sure    possible: one of several causes that would look the same"))
            while !Self.missing(in: pages).isEmpty, pressed.count < 5 {
                pressed.append(.pageDown)
                let end = pages.last?.endOfPage
                try await session.send(.pageDown)
                pages.append(try await session.waitFor("the next page") { $0.endOfPage != end })
            }
            let missing = Self.missing(in: pages)
            #expect(missing.isEmpty, "not seen after \(pressed.map(\.name))")
        }
    }

    /// The evidence, the first remedy, and what can be copied and run for it.
    private static let answers = ["refused (RST)", "rdp-tcp must be in state Listen", "qwinsta"]

    /// What stands on none of the pages.
    private static func missing(in pages: [[String]]) -> [String] {
        answers.filter { answer in !pages.contains { $0.shows(answer) } }
    }

    @Test("from a cause to all of its servers acknowledged is one action on the heading, and the counts say so")
    func acknowledgingACause() async throws {
        let web = try await NginxOnRDPPort.start()
        let fleet = try ClosedServers(sites: ["Basement": 7], others: ["ts-web-1", "ts-web-2"], at: web.endpoint)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("both causes") { $0.count("DOWN") == 9 && $0.count("?") == 0 }
            try await session.send("1")
            try await session.waitFor("[1 Problems]")
            try await session.send("J")
            try await session.waitForCursorLine("the heading of the seven") { $0.contains("7 servers: TCP ") }
            try await session.send("a")
            try await session.waitFor("Enter acknowledges 7 servers")
            try await session.type("switch is being replaced")
            try await session.send(.enter)
            let board = try await session.waitFor("acknowledged 7 servers")
            #expect(board.count("acked") == 7 && board.count("DOWN") == 9)
            // Put away, the rest of what is wrong stands alone.
            try await session.send("A")
            let rest = try await session.waitFor("7 acked or muted hidden")
            #expect(!rest.contains { $0.contains("7 servers: ") } && rest.shows("ts-web-1"))
            // The reason is where the next one on duty looks.
            try await session.send("A", "2")
            try await session.waitFor("[2 All]")
            try await session.filter("ts-003")
            try await session.send(.enter)
            try await session.waitFor("switch is being replaced")
        }
        withExtendedLifetime(web) {}
    }

    @Test("through a screen that stands still leads everywhere, while its delta counter goes on, and back to now")
    func lookingAroundFrozen() async throws {
        try await withDashboard(["demo"]) { session in
            let before = try await session.waitFor("a fleet before its outage") { screen in
                screen.count("ok").map { $0 >= 55 } == true
            }
            #expect(!before.shows("FROZEN"))
            try await session.send("p")
            let frozen = try await session.waitFor("FROZEN")
            let counts = ["DOWN", "WARN", "?", "ok"].map { frozen.count($0) }
            let firstDelta = try await session.waitFor("a first difference") {
                $0.delta?.contains("(") == true
            }
            #expect(firstDelta.shows("probing goes on"))
            // To the end of the list, into a server, through its tabs, to another view and back.
            try await session.send("G")
            try await session.waitFor("-128 of 128")
            try await session.send(.enter, "]")
            let details = try await session.waitFor("[Layers]")
            #expect(details.shows("FROZEN"))
            try await session.send("q", "6")
            let sites = try await session.waitFor("[6 Sites]")
            #expect(sites.first?.contains("FROZEN") == true)
            try await session.send("2", "g")
            let seen = firstDelta.delta
            let later = try await session.waitFor("another difference") {
                $0.delta != nil && $0.delta != seen
            }
            #expect(["DOWN", "WARN", "?", "ok"].map { later.count($0) } == counts)
            #expect(later.first?.contains("FROZEN") == true && later.contains { $0.contains("since the freeze") })
            try await session.send("p")
            let now = try await session.waitFor("LIVE")
            #expect(now.delta == nil && !now.shows("FROZEN"))
        }
    }

    @Test("from a site to the report of some of its servers writes these and no others, and names the filter")
    func writingMarksOfASite() async throws {
        let fleet = try ClosedServers(sites: ["Basement": 4, "Attic": 5])
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("nine servers down") { $0.count("DOWN") == 9 }
            try await session.send("s", "n")
            try await session.waitFor("sort: name")
            try await session.filter("site:attic")
            try await session.waitFor("hides 4 of 9")
            try await session.send("g", " ", " ", "j", " ")
            try await session.waitFor("3 marked")
            try await session.send("w")
            var prompt = try await session.waitFor("write to>")
            for _ in 0..<10 where !prompt.shows(".json") {
                let before = prompt
                try await session.send(.tab)
                prompt = try await session.waitFor("another format") { $0.promptLine != before.promptLine }
            }
            try await session.send(.control("u"))
            try await session.type("attic.json")
            try await session.send(.enter)
            try await session.waitFor("wrote 3 servers to attic.json")
            let data = try Data(contentsOf: URL(filePath: fleet.folder["attic.json"]))
            let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let servers = try #require(object["servers"] as? [[String: Any]])
            #expect(servers.compactMap { $0["name"] as? String }.sorted() == [5, 6, 8].map(ClosedServers.name))
            #expect((object["filter"] as? String)?.contains("site:attic") == true)
            #expect((object["counts"] as? [String: Any])?["total"] as? Int == 9)
        }
    }
}

extension [String] {
    /// The line of the prompt that asks where to write.
    fileprivate var promptLine: String? { first { $0.contains("write to>") } }

    /// How the fleet differs by now from the screen that stands still: `NOW: DOWN 19 (-2)`; nil when it is not said.
    fileprivate var delta: Substring? { rest(from: "NOW: ") }

    /// How much of a page is still to come, as its frame says; nil when there is no page.
    fileprivate var endOfPage: Substring? { rest(from: "q: back") }

    /// The end of the line that contains a text, from there on.
    private func rest(from text: String) -> Substring? {
        lazy.compactMap { line in line.firstRange(of: text).map { line[$0.lowerBound...] } }.first
    }
}
