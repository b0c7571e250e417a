import Drawing
import Testing

@testable import Dashboard

@Suite struct LineEditTests {
    /// Keys by name, `|` where the caret stands afterwards.
    @Test(arguments: [
        ("", "abc|"), ("d", "abcd|"), ("Left", "ab|c"), ("Left x", "abx|c"), ("Home Left", "|abc"),
        ("Home Right End Right", "abc|"), ("Backspace", "ab|"), ("Home Backspace", "|abc"), ("Home Del", "|bc"),
        ("Del", "abc|"), ("ctrl-u", "|"), ("Left ctrl-u", "|c"), ("Left ctrl-k", "ab|"), ("ctrl-h ctrl-h", "a|"),
        ("Space d e ctrl-w", "abc |"), ("Space ctrl-w", "|"), ("ctrl-a ctrl-f ctrl-d", "a|c"),
        ("Up PgDn F5 Tab", "abc|"),
    ])
    func `Keys edit a line`(keys: String, expected: String) throws {
        var line = LineEdit("abc")
        for name in keys.split(separator: " ") { line.take(try #require(Key(name: String(name)))) }
        var shown = Array(line.text)
        shown.insert("|", at: line.caret)
        #expect(String(shown) == expected)
    }

    @Test func `A pasted line break is not part of a line`() {
        var line = LineEdit()
        for character in "a\n\u{1B}\u{200B}\tb" { line.take(.character(character)) }
        #expect(line.text == "ab")
    }

    @Test func `A line is bounded`() {
        var line = LineEdit(String(repeating: "x", count: 1_000))
        line.take(.character("y"))
        #expect(line.text.count == LineEdit.limit)
    }

    @Test(arguments: [
        (0, "abcdef", 10, 0, "abcdef "), (0, "abcdef", 4, 3, "def "), (2, "abcdef", 3, 2, "cde"),
        (6, "abcdef", 3, 0, "abc"), (0, "日本語", 5, 1, "本語 "), (1, "日本語", 5, 1, "本語"), (0, "", 1, 0, " "),
        (0, "abc", 0, 3, ""),
    ])
    func `The caret is always in sight`(left: Int, text: String, width: Int, first: Int, shown: String) {
        var line = LineEdit(text)
        for _ in 0..<left { line.take(.left) }
        let window = line.window(width: width)
        #expect(window.first == first)
        #expect(String(window.characters) == shown)
    }
}
