import FleetModel
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("hots", "host"), ("tehme", "theme"), ("colum", "columns"), ("them", "theme"), ("x", nil), ("", nil),
        ("zz", nil),
        ("host", "host"), ("something else", nil), (String(repeating: "a", count: 100_000), nil),
    ])
    func `The nearest word is within two slips, and has something in common`(word: String, nearest: String?) {
        #expect(Spelling.nearest(to: word, in: ["columns", "host", "theme", "a", "ä"]) == nearest)
    }

    @Test func `Among equals the first of the alphabet is named`() {
        #expect(Spelling.nearest(to: "bat", in: ["cat", "bar", "hat"]) == "bar")
    }
}
