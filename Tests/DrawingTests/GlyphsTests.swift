import Testing

@testable import Drawing

@Suite struct GlyphsTests {
    private static func all(_ glyphs: Glyphs) -> [Unicode.Scalar] {
        [
            glyphs.ok, glyphs.ellipsis, glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.topRight,
            glyphs.bottomLeft, glyphs.bottomRight, glyphs.barFilled, glyphs.barEmpty, Glyphs.warning, Glyphs.notReached,
            Glyphs.notApplicable, Glyphs.unknown,
        ]
    }

    @Test(arguments: [Glyphs.ascii, .unicode])
    func `Every glyph is one cell wide and no emoji`(_ glyphs: Glyphs) {
        for scalar in Self.all(glyphs) {
            #expect(TextWidth.cells(of: scalar) == 1, "\(scalar)")
            #expect(scalar.isASCII || !scalar.properties.isEmoji, "\(scalar)")
        }
    }

    @Test func `The ASCII set is ASCII`() {
        #expect(Self.all(.ascii).filter { !$0.isASCII } == [])
    }

    @Test(arguments: [
        (0.0, 4, "...."), (0.01, 4, "#..."), (0.5, 4, "##.."), (0.99, 4, "###."), (1, 4, "####"), (0.3, 1, "#"),
        (.nan, 2, ".."), (0.5, 0, ""), (0.5, -1, ""),
    ])
    func `A bar shows a share and its ends truly`(_ fraction: Double, _ width: Int, _ bar: String) {
        #expect(Glyphs.ascii.bar(fraction, width: width) == bar)
    }

    @Test func `Every role has a letter of its own`() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        #expect(!Role.allCases.map(\.letter).contains("R"))
    }
}
