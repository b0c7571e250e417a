import TestSupport
import Testing

@testable import Drawing

@Suite struct ChangesTests {
    @Test func `An unchanged canvas has no changes`() {
        var canvas = Canvas(size: Size(width: 200, height: 60))
        canvas.put("same", at: .origin)
        var copy = Canvas(size: Size(width: 200, height: 60))
        copy.put("same", at: .origin)
        #expect(Array(canvas.changes(since: canvas)).isEmpty)
        #expect(Array(copy.changes(since: canvas)).isEmpty)
    }

    @Test func `Each run of different cells is reported once`() {
        var old = Canvas(size: Size(width: 10, height: 3))
        old.put("abcdefghij", at: .origin)
        var new = old
        new.put("BC", at: Point(column: 1, row: 0))
        new.put("J", at: Point(column: 9, row: 0))
        new.put("h", at: Point(column: 7, row: 0), style: Style(.failed))
        new.put("x", at: Point(column: 0, row: 2))
        #expect(
            Array(new.changes(since: old)) == [
                Changes.Run(row: 0, columns: 1..<3), Changes.Run(row: 0, columns: 7..<8),
                Changes.Run(row: 0, columns: 9..<10), Changes.Run(row: 2, columns: 0..<1),
            ])
    }

    @Test func `A run holds wide characters whole`() {
        var old = Canvas(size: Size(width: 6, height: 1))
        old.put("a\u{6F22}b", at: .origin)
        var new = Canvas(size: Size(width: 6, height: 1))
        new.put("\u{6F22}xb", at: .origin)
        #expect(Array(new.changes(since: old)) == [Changes.Run(row: 0, columns: 0..<3)])
        #expect(Array(old.changes(since: new)) == [Changes.Run(row: 0, columns: 0..<3)])
    }

    @Test func `A canvas of another size changes every row`() {
        let new = Canvas(size: Size(width: 3, height: 2))
        let old = Canvas(size: Size(width: 4, height: 2))
        #expect(
            Array(new.changes(since: old)) == [
                Changes.Run(row: 0, columns: 0..<3), Changes.Run(row: 1, columns: 0..<3),
            ])
        #expect(Array(Canvas(size: .zero).changes(since: old)).isEmpty)
    }

    @Test func `Painting the changes over the old canvas gives the new one`() {
        var random = SplitMix64(seed: 7)
        let size = Size(width: 12, height: 4)
        let texts = ["a", "bc", "\u{6F22}", "\u{5B57}\u{6F22}z", " ", "e\u{301}"]
        var old = Canvas(size: size)
        for round in 0..<500 {
            var new = old
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let text = texts[Int.random(in: texts.indices, using: &random)]
                let role = Role.allCases[Int.random(in: Role.allCases.indices, using: &random)]
                let column = Int.random(in: -2...12, using: &random)
                new.put(text, at: Point(column: column, row: Int.random(in: 0...3, using: &random)), style: Style(role))
            }
            var cells = (0..<size.height).map { Array(old[row: $0]) }
            for run in new.changes(since: old) {
                cells[run.row].replaceSubrange(run.columns, with: new[run])
                #expect(new[run].first?.part != .trailing, "round \(round)")
                #expect(new[run].last?.part != .leading, "round \(round)")
            }
            #expect(cells == (0..<size.height).map { Array(new[row: $0]) }, "round \(round)")
            old = new
        }
    }
}
