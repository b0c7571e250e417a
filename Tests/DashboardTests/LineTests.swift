import Drawing
import Testing

@testable import Dashboard

@Suite struct LineTests {
    @Test func `A field stands beside its label, and below it where there is no room`() {
        #expect([Line].field("why", "one two", width: 60).map(\.text) == [" why         one two"])
        #expect([Line].field("why", "one two", width: 30).map(\.text) == [" why", "   one two"])
        #expect([Line].fields("why", [], width: 60).isEmpty)
        #expect([Line].fields("why", [], width: 30).isEmpty)
    }

    @Test func `A command that does not fit behind its explanation begins a line of its own`() {
        let step = "2. On the server, find the program that owns the port: netstat -a -o"
        #expect(
            [Line].field("do", step, width: 80).map(\.text) == [
                " do          2. On the server, find the program that owns the port:",
                "                netstat -a -o",
            ])
        #expect([Line].field("do", step, width: 90).map(\.text) == [" do          " + step])
    }

    @Test func `A line that is cut says so, in cells and not in characters`() {
        var canvas = Canvas(size: Size(width: 6, height: 2))
        Line("日本語").draw(in: canvas.bounds.row(0), on: &canvas, glyphs: .ascii)
        Line("日本語").adding("x").draw(in: canvas.bounds.row(1), on: &canvas, glyphs: .ascii)
        #expect(canvas.lines == ["日本語", "日本 ~"])
    }
}
