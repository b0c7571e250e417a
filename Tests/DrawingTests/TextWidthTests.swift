import Testing

@testable import Drawing

@Suite struct TextWidthTests {
    @Test(
        arguments: [
            ("a", 1), (" ", 1), ("\u{00}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{9B}", 0), ("\u{A0}", 1),
            ("\u{AD}", 1),
            ("\u{E9}", 1), ("\u{2FF}", 1), ("\u{300}", 0), ("\u{301}", 0), ("\u{36F}", 0), ("\u{370}", 1),
            ("\u{1100}", 2), ("\u{1161}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{2010}", 1), ("\u{2028}", 0),
            ("\u{202E}", 0), ("\u{2066}", 0), ("\u{2219}", 1), ("\u{231A}", 2), ("\u{2500}", 1), ("\u{2588}", 1),
            ("\u{28FF}", 1), ("\u{3000}", 2), ("\u{3042}", 2), ("\u{6F22}", 2), ("\u{AC00}", 2), ("\u{E000}", 1),
            ("\u{FE0F}", 0), ("\u{FEFF}", 0), ("\u{FF21}", 2), ("\u{FF71}", 1), ("\u{FFFD}", 1), ("\u{1F469}", 2),
            ("\u{20000}", 2), ("\u{3FFFD}", 1), ("\u{E0001}", 0), ("\u{10FFFF}", 1),
        ] as [(Unicode.Scalar, Int)])
    func `A scalar takes as many cells as terminals give it`(_ scalar: Unicode.Scalar, _ cells: Int) {
        #expect(TextWidth.cells(of: scalar) == cells)
    }

    @Test func `A text takes the sum of its scalars`() {
        #expect(TextWidth.cells(of: "rdsh-\u{6F22}e\u{301}") == 8)
        #expect(TextWidth.cells(of: "") == 0)
        #expect(TextWidth.cells(of: "ab".dropFirst()) == 1)
    }
}
