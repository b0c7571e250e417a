import Testing

@testable import Drawing

@Suite struct TextFittingTests {
    @Test(arguments: [
        ("gateway refuses", 15, "gateway refuses"), ("gateway refuses", 14, "gateway refus~"), ("ab", 1, "~"),
        ("ab", 0, ""), ("ab", -1, ""), ("", 3, ""), ("\u{6F22}\u{5B57}", 4, "\u{6F22}\u{5B57}"),
        ("\u{6F22}\u{5B57}", 3, "\u{6F22}~"), ("\u{6F22}\u{5B57}x", 4, "\u{6F22}~"), ("\u{6F22}", 1, "~"),
        ("a\u{1B}b\u{301}c", 3, "abc"), ("a\u{200B}", 1, "a"),
    ])
    func `Text is cut to a width in cells`(_ text: String, _ width: Int, _ expected: String) {
        #expect(clip(text, to: width) == expected)
    }

    @Test func `An ellipsis that does not fit is cut too`() {
        #expect(clip("abcdef", to: 2, ellipsis: "...") == "..")
        #expect(clip("abcdef", to: 3, ellipsis: "...") == "...")
        #expect(clip("abcdef", to: 4, ellipsis: "") == "abcd")
        #expect(clip("abcdef", to: 4, ellipsis: "\u{2026}") == "abc\u{2026}")
    }

    @Test func `Padding gives exactly the width asked for`() {
        #expect(pad("ab", to: 5) == "ab   ")
        #expect(pad("ab", to: 5, .right) == "   ab")
        #expect(pad("ab", to: 5, .center) == " ab  ")
        #expect(pad("\u{6F22}\u{5B57}", to: 3) == "\u{6F22}~")
        #expect(pad("\u{6F22}\u{5B57}x", to: 4, .right) == " \u{6F22}~")
        #expect(pad("ab", to: 0) == "")
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one  two", 20, ["one two"]), ("a\n\nb", 5, ["a", "", "b"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("x abcdef", 4, ["x", "abcd", "ef"]), ("", 4, [""]),
        ("\u{6F22}\u{5B57}", 3, ["\u{6F22}", "\u{5B57}"]), ("abc", 0, []),
    ])
    func `Text is broken at blanks, and inside long words`(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(wrap(text, to: width) == expected)
    }
}
