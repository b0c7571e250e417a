import Testing

@testable import Drawing

@Suite struct CanvasTests {
    @Test func `Text is written where it belongs and reported in cells`() {
        var canvas = Canvas(size: Size(width: 8, height: 2))
        #expect(canvas.put("abc", at: Point(column: 1, row: 0)) == 3)
        #expect(canvas.put("\u{6F22}x", at: Point(column: 2, row: 1)) == 3)
        #expect(canvas.lines == [" abc", "  \u{6F22}x"])
        #expect(canvas[2, 1]?.part == .leading)
        #expect(canvas[3, 1]?.part == .trailing)
    }

    struct Clipping: Sendable {
        let text: String
        let column: Int
        let row: Int
        let maxWidth: Int
        let line: String
        let covered: Int
    }

    @Test(arguments: [
        Clipping(text: "abcdefgh", column: 2, row: 0, maxWidth: .max, line: "  abc", covered: 3),
        Clipping(text: "abcdefgh", column: -3, row: 0, maxWidth: .max, line: "defgh", covered: 8),
        Clipping(text: "abcdefgh", column: 1, row: 0, maxWidth: 2, line: " ab", covered: 2),
        Clipping(text: "abc", column: 0, row: 0, maxWidth: 0, line: "", covered: 0),
        Clipping(text: "abc", column: 5, row: 0, maxWidth: .max, line: "", covered: 0),
        Clipping(text: "abc", column: 0, row: 1, maxWidth: .max, line: "", covered: 0),
        Clipping(text: "abc", column: 0, row: -1, maxWidth: .max, line: "", covered: 0),
        Clipping(text: "abc", column: Int.max, row: 0, maxWidth: .max, line: "", covered: 0),
        Clipping(text: "abc", column: Int.min, row: 0, maxWidth: .max, line: "", covered: 3),
        // A character two cells wide never straddles an edge.
        Clipping(text: "abcd\u{6F22}", column: 0, row: 0, maxWidth: .max, line: "abcd", covered: 5),
        Clipping(text: "\u{6F22}b", column: -1, row: 0, maxWidth: .max, line: " b", covered: 3),
        Clipping(text: "a\u{6F22}b", column: 0, row: 0, maxWidth: 2, line: "a", covered: 2),
        // What takes no cell is left out.
        Clipping(text: "a\u{1B}[1m\n\tb", column: 0, row: 0, maxWidth: .max, line: "a[1mb", covered: 5),
        Clipping(text: "e\u{301}\u{202E}\u{200B}x\u{85}", column: 0, row: 0, maxWidth: .max, line: "ex", covered: 2),
    ])
    func `Text is clipped by display width at every edge`(_ clipping: Clipping) {
        var canvas = Canvas(size: Size(width: 5, height: 1))
        let covered = canvas.put(
            clipping.text, at: Point(column: clipping.column, row: clipping.row), maxWidth: clipping.maxWidth)
        #expect(canvas.lines == [clipping.line])
        #expect(covered == clipping.covered)
    }

    @Test func `Overwriting half of a wide character blanks the other half`() {
        var canvas = Canvas(size: Size(width: 6, height: 1))
        canvas.put("\u{6F22}\u{5B57}\u{6F22}", at: .origin)
        canvas.put("x", at: Point(column: 1, row: 0))
        canvas.put("y", at: Point(column: 2, row: 0))
        #expect(canvas.lines == [" xy \u{6F22}"])
        canvas.put("\u{5B57}", at: Point(column: 3, row: 0))
        #expect(canvas.lines == [" xy\u{5B57}"])
        #expect(canvas[5, 0] == .blank)
    }

    @Test func `Filling keeps inside and takes single-width characters only`() {
        var canvas = Canvas(size: Size(width: 4, height: 3))
        canvas.fill(Rect(column: -2, row: 1, width: 4, height: 9), with: "#")
        #expect(canvas.lines == ["", "##", "##"])
        canvas.fill(canvas.bounds, with: "\u{6F22}", style: Style(.border))
        #expect(canvas.lines == ["", "", ""])
        #expect(canvas.styleLines == ["||||", "||||", "||||"])
    }

    @Test func `Restyling reaches both halves of a wide character`() {
        var canvas = Canvas(size: Size(width: 6, height: 1))
        canvas.put("a\u{6F22}\u{6F22}b", at: .origin, style: Style(.failed))
        canvas.restyle(Rect(column: 2, row: 0, width: 2, height: 1)) { _ in Style(.dim) }
        #expect(canvas.styleLines == ["FddddF"])
        canvas.add(.reverse, to: Rect(column: 5, row: 0, width: 9, height: 9))
        #expect(canvas.styleLines == ["FddddR"])
        #expect(canvas[5, 0]?.style == Style(.failed, .reverse))
    }

    @Test func `A canvas laid on another is cut at its edges`() {
        var pane = Canvas(size: Size(width: 4, height: 2))
        pane.put("\u{6F22}\u{5B57}", at: .origin)
        pane.put("abcd", at: Point(column: 0, row: 1))
        var canvas = Canvas(size: Size(width: 5, height: 3))
        canvas.put(pane, at: Point(column: -1, row: -1))
        #expect(canvas.lines == ["bcd", "", ""])
        canvas.put(pane, at: Point(column: 2, row: 2))
        #expect(canvas.lines == ["bcd", "", "  \u{6F22}"])
        canvas.put(pane, at: Point(column: -1, row: 1))
        #expect(canvas.lines == ["bcd", " \u{5B57}", "bcd"])
        canvas.put(pane, at: Point(column: 50, row: 50))
        #expect(canvas.lines == ["bcd", " \u{5B57}", "bcd"])
    }

    @Test(arguments: [
        (Size(width: 0, height: 0), 0), (Size(width: -4, height: 3), 3), (Size(width: 1, height: 1), 1),
        (Size(width: 1_000, height: 500), 500), (Size(width: 65_535, height: 65_535), 1_000),
    ])
    func `Every size can be drawn on`(_ size: Size, _ rows: Int) {
        var canvas = Canvas(size: size)
        canvas.box(canvas.bounds, glyphs: .unicode, title: "rdptop")
        canvas.put("text", at: .origin)
        canvas.add(.bold, to: canvas.bounds)
        #expect(canvas.lines.count == rows)
        #expect(canvas[canvas.size.width, 0] == nil)
        #expect(canvas[0, -1] == nil)
    }

    @Test func `A box carries its title in its upper side`() {
        var canvas = Canvas(size: Size(width: 14, height: 3))
        canvas.box(canvas.bounds, glyphs: .ascii, title: "rdsh-fra-014")
        #expect(canvas.lines == ["+- rdsh-fra~ +", "|            |", "+------------+"])
        canvas.box(canvas.bounds, glyphs: .unicode)
        #expect(canvas.lines == ["┌────────────┐", "│            │", "└────────────┘"])
        canvas.rule(Rect(column: 0, row: 1, width: 14, height: 1), glyphs: .ascii, title: "events")
        #expect(canvas.lines[1] == "-- events ----")
    }
}
