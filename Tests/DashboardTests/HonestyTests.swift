import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// What must never be hidden stands on the screen in words wherever a line has room for a word.
@Suite struct HonestyTests {
    /// Something that makes the screen say other than it seems.
    struct Situation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Any of these says so.
        let words: [String]
        let bring: @Sendable (inout Screen) throws -> Void
    }

    static let situations = [
        Situation(testDescription: "frozen", words: ["FROZEN"]) { try $0.press("p") },
        Situation(testDescription: "probing stopped", words: ["STOPPED"]) { try $0.press("P", "y") },
        Situation(testDescription: "our own link down", words: ["our own link", "OUR SIDE"]) {
            _ = $0.state.apply(.ourSide("our own link seems down: what fails now is unknown, not down"))
        },
        Situation(testDescription: "a filter hides rows", words: ["hides 30", "hid 30"]) {
            try $0.press("/")
            $0.type("is:ok")
            try $0.press("Enter")
        },
    ]

    /// Servers with every kind of failure, one of which everything is known, and an outage behind a gateway.
    private static let outage =
        SampleFleet.dozen + [SampleFleet.whole]
        + (1...17).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\(100 + $0).corp.example") }

    private static let sizes = MatrixTable.sizes.filter { $0.width >= 20 }

    @Test(arguments: situations, sizes)
    func `It is said in words`(situation: Situation, size: Size) throws {
        var screen = Screen(Self.outage, size)
        #expect(!situation.words.contains { screen.text().contains($0) })
        try situation.bring(&screen)
        // What is said for a few seconds is not enough.
        screen.state.notice = nil
        let text = screen.text()
        #expect(situation.words.contains { text.contains($0) }, "\(text)")
    }
}
