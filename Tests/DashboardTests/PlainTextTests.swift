import Drawing
import TestSupport
import Testing

@testable import Dashboard

/// What the terminal keeps when it gets the screen as text.
@Suite struct PlainTextTests {
    private static func text(_ screen: Screen) throws -> [String] {
        guard case .showText(let lines)? = screen.effects.last else { throw Screen.UnknownKey(name: "Y") }
        return lines
    }

    @Test(arguments: MatrixTable.sizes)
    func `It is what stands on the screen, without the keys`(size: Size) throws {
        var screen = Screen(SampleFleet.dozen, size)
        try screen.press("j")
        let lines = screen.canvas.lines
        try screen.press("Y")
        let text = try Self.text(screen)
        #expect(Array(lines.prefix(text.count)) == text)
        #expect(text.last?.isEmpty == false)
        #expect(lines.dropFirst(text.count).allSatisfy { $0.isEmpty || $0.hasPrefix(" ?:") })
    }

    @Test(arguments: ["?", "x", "Enter", "C"])
    func `It is what lies on top`(key: String) throws {
        var screen = Screen()
        try screen.press(key)
        let lines = screen.canvas.lines
        try screen.press("Y")
        let text = try Self.text(screen)
        #expect(Array(lines.prefix(text.count)) == text)
        #expect(lines.dropFirst(text.count).dropLast().allSatisfy { $0.isEmpty })
    }

    @Test func `By its name it shows no prompt`() throws {
        var screen = Screen()
        let lines = screen.canvas.lines
        try screen.press(":")
        screen.type("plain-text")
        try screen.press("Enter")
        #expect(try Self.text(screen) == lines.dropLast())
    }

    @Test func `It has nothing in it that could steer a terminal`() throws {
        var screen = Screen([.healthy("rdsh\u{1B}[31m-1.corp.example", "10.0.0.1"), .healthy("日本.example", "10.0.0.2")])
        try screen.press("Y")
        let scalars = try Self.text(screen).joined().unicodeScalars
        #expect(!scalars.isEmpty && !scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    }
}
