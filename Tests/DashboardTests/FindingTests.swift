import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct FindingTests {
    /// What is underlined on the screen, line by line.
    private func underlined(_ screen: Screen) -> [String] {
        let canvas = screen.canvas
        return (0..<canvas.size.height).compactMap { row in
            let marked = canvas[row: row].filter { $0.style.attributes.contains(.underline) }
            return marked.isEmpty ? nil : marked.map { String($0.scalar) }.joined()
        }
    }

    @Test func `A line is underlined where a text stands, over pieces and in any case`() {
        let line = Line(" The C", .heading).adding("ipher suite", .dim).underlining(["CIPHER", "e"])
        #expect(line.text == " The Cipher suite")
        let marked = line.pieces.filter { $0.style.attributes.contains(.underline) }
        #expect(marked.map(\.text) == ["e", "C", "ipher", "e"])
        #expect(Line("abc").underlining([""]) == Line("abc") && !Line("abc").contains(""))
    }

    @Test func `The help underlines the words that it was asked for`() throws {
        var screen = Screen()
        try screen.press("?", "/")
        screen.type("probing")
        #expect(!underlined(screen).isEmpty)
        #expect(underlined(screen).allSatisfy { $0.lowercased().contains("probing") })
    }

    @Test func `An explanation is searched, and n and N go round`() throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 80, height: 10))
        try screen.select("kiosk-07.corp.example")
        try screen.press("x", "/")
        screen.type("tls")
        #expect(underlined(screen).contains { $0 == "TLS" })
        try screen.press("Enter")
        let first = screen.state.overlayScroll
        var tops: [Int] = []
        for _ in 0..<30 {
            try screen.press("n")
            tops.append(screen.state.overlayScroll)
        }
        #expect(Set(tops).count > 1, "it goes on")
        #expect(tops.dropFirst(Set(tops).count).contains(tops[0]), "and comes round")
        try screen.press("N")
        #expect(screen.state.overlayScroll != tops[29] || first == tops[29])
        try screen.press("/")
        screen.type("!!!")
        try screen.press("Enter")
        #expect(screen.state.notice?.text == "tls!!! does not stand here")
        try screen.press("/", "Esc")
        #expect(underlined(screen).isEmpty)
        try screen.press("Esc")
        #expect(screen.state.overlay == nil)
    }
}
