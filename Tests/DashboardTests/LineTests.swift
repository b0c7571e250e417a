import Drawing
import Testing

@testable import Dashboard

@Suite struct LineTests {
    @Test func `A field stands beside its label, and on a narrow screen goes on below it`() {
        #expect([Line].field("why", "one two", width: 60).map(\.text) == [" why         one two"])
        #expect([Line].field("why", "one two", width: 30).map(\.text) == [" why  one two"])
        #expect([Line].fields("why", [], width: 60).isEmpty)
        #expect([Line].fields("why", [], width: 30).isEmpty)
    }

    @Test(arguments: [
        ("why", "one two three four", [" why  one two", "    three four"]),
        ("names", "aaaaaaaaaaaa bb", [" names", "    aaaaaaaaaaaa", "    bb"]),
    ])
    func `A narrow field wastes no line on its label where its first word fits beside it`(
        label: String, text: String, lines: [String]
    ) {
        #expect([Line].field(label, text, width: 17).map(\.text) == lines)
    }

    @Test(arguments: [
        ("do", [" do 1. one two", "       three"]), ("trust", [" trust", "    1. one two", "       three"]),
    ])
    func `What goes on below a narrow paragraph stands under its first word`(label: String, lines: [String]) {
        let step = Paragraph(text: "one two three", first: "1. ", rest: "   ")
        #expect([Line].fields(label, [step], width: 17).map(\.text) == lines)
    }

    @Test func `A line that is cut says so, in cells and not in characters`() {
        var canvas = Canvas(size: Size(width: 6, height: 2))
        Line("日本語").draw(in: canvas.bounds.row(0), on: &canvas, glyphs: .ascii)
        Line("日本語").adding("x").draw(in: canvas.bounds.row(1), on: &canvas, glyphs: .ascii)
        #expect(canvas.lines == ["日本語", "日本 ~"])
    }
}
