import Testing

@testable import Drawing

@Suite struct RectTests {
    @Test func `Cuts come off the edges and leave the rest`() {
        var rest = Rect(column: 2, row: 1, width: 10, height: 6)
        #expect(rest.cutTop(2) == Rect(column: 2, row: 1, width: 10, height: 2))
        #expect(rest.cutBottom(1) == Rect(column: 2, row: 6, width: 10, height: 1))
        #expect(rest.cutLeft(3) == Rect(column: 2, row: 3, width: 3, height: 3))
        #expect(rest.cutRight(4) == Rect(column: 8, row: 3, width: 4, height: 3))
        #expect(rest == Rect(column: 5, row: 3, width: 3, height: 3))
    }

    @Test func `A cut takes no more than there is`() {
        var rest = Rect(column: 0, row: 0, width: 2, height: 1)
        #expect(rest.cutTop(5) == Rect(column: 0, row: 0, width: 2, height: 1))
        #expect(rest.isEmpty)
        #expect(rest.cutBottom(1).isEmpty)
        #expect(rest.cutRight(9).width == 2)
        #expect(rest.cutLeft(-1).isEmpty)
        #expect(rest.size == .zero)
    }

    @Test func `Insets and intersections stay inside`() {
        let rect = Rect(column: 1, row: 1, width: 5, height: 3)
        #expect(rect.inset() == Rect(column: 2, row: 2, width: 3, height: 1))
        #expect(rect.inset(columns: 9, rows: 9).isEmpty)
        #expect(
            rect.intersection(Rect(column: 4, row: 0, width: 9, height: 2))
                == Rect(column: 4, row: 1, width: 2, height: 1))
        #expect(rect.intersection(Rect(column: 40, row: 40, width: 1, height: 1)).isEmpty)
        #expect(rect.row(2) == Rect(column: 1, row: 3, width: 5, height: 1))
        #expect(rect.row(3).isEmpty)
    }
}
