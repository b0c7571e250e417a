import LabSupport
import Testing

@Suite("The filter")
struct FilterTests {
    @Test("hides servers as it is typed; Enter keeps it, and the strip says how many it hides")
    func asTyped() async throws {
        let fleet = try ClosedServers(count: 12)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("SERVER")
            try await session.send("/")
            try await session.waitFor("filter>")
            try await session.type("ts-00")
            try await session.waitFor("9 of 12")
            try await session.type("7")
            try await session.waitFor("1 of 12")
            try await session.send(.backspace)
            try await session.waitFor("9 of 12")
            try await session.type("[")
            try await session.waitFor("The filter hides all 12 servers")
            try await session.send(.backspace, .enter)
            // The strip says what is hidden while the filter is typed, too.
            let kept = try await session.waitFor("the filter kept") { screen in
                screen.shows("hides 3 of 12") && !screen.shows("filter>")
            }
            #expect(kept.shows("filter: ts-00 "))
            #expect(!kept.shows("ts-010"))
            #expect(kept.count("DOWN") == 12 || kept.shows("of 12"))
            try await session.send(.escape)
            // With nothing hidden, 80 columns have no room for the label.
            let cleared = try await session.waitFor("a strip without a filter") { screen in
                screen.shows("ts-012") && !screen.shows("filter: ")
            }
            #expect(cleared.shows("[2 All]"))
        }
    }

    /// What is typed, and what the strip says then of a fleet of five that are down.
    private static let conditions: [(text: String, effect: String)] = [
        ("is:down", "hides nothing"), ("is:ok", "hides 5 of 5"), ("!is:down", "hides 5 of 5"),
        ("site:basement", "hides nothing"), ("site:attic", "hides 5 of 5"), ("layer:tcp", "hides nothing"),
        ("layer:tls", "hides 5 of 5"), ("reason:refused ts-003", "hides 4 of 5"), ("ts-001 | ts-002", "hides 3 of 5"),
        ("since<1h", "hides nothing"),
    ]

    @Test("finds servers by state, site, layer, reason and age")
    func findsByCondition() async throws {
        let fleet = try ClosedServers(count: 5)
        try await withDashboard([], size: .roomy, in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            for (text, effect) in Self.conditions {
                try await session.filter(text)
                try await session.waitFor("filter: \(text)  \(effect)")
                try await session.send(.escape)
                try await session.waitFor("filter: -")
            }
        }
    }

    @Test("explains a mistake below the prompt, which stays open, and Ctrl-C goes back to the filter before")
    func mistake() async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("ts-003")
            try await session.filter("ts")
            try await session.send("/")
            try await session.type(" is:dwon")
            let explained = try await session.waitFor("did you mean is:down?")
            #expect(explained.last?.contains("did you mean is:down?") == true)
            try await session.send(.enter)
            try await session.waitFor("not understood")
            #expect(try await session.screen().shows("filter>"))
            try await session.send(.control("c"))
            let back = try await session.waitFor("hides nothing")
            #expect(back.shows("filter: ts ") && !back.shows("dwon"))
        }
    }
}
