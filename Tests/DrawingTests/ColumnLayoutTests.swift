import Testing

@testable import Drawing

@Suite struct ColumnLayoutTests {
    private static let columns = [
        Column("name", title: "NAME", minimum: 6, ideal: 10),
        Column("cells", title: "CELLS", minimum: 3, ideal: 5),
        Column("text", title: "TEXT", minimum: 8, ideal: 20, stretches: true),
    ]
    private static let narrowing: [Narrowing<String>] = [
        .shrink("text"), .condense("cells"), .drop("cells"), .shrink("name"), .drop("nobody"),
    ]

    @Test(arguments: [
        (60, ["name 0+10", "cells 11+5", "text 17+43"]),
        (37, ["name 0+10", "cells 11+5", "text 17+20"]),
        (36, ["name 0+10", "cells 11+5", "text 17+19"]),
        (25, ["name 0+10", "cells 11+5", "text 17+8"]),
        // The cells have two forms only; what the short one leaves goes back to the text.
        (24, ["name 0+10", "cells 11+3", "text 15+9"]),
        (22, ["name 0+10", "text 11+11"]),
        (17, ["name 0+8", "text 9+8"]),
        (15, ["name 0+6", "text 7+8"]),
        // Nothing left to give up: cut off at the right.
        (9, ["name 0+6", "text 7+2"]),
        (7, ["name 0+6"]),
        (1, ["name 0+1"]),
        (0, []),
        (-5, []),
    ])
    func `Columns give up room in the order asked for`(_ width: Int, _ expected: [String]) {
        let places = ColumnLayout.places(of: Self.columns, narrowing: Self.narrowing, width: width)
        #expect(places.map { "\($0.column.id) \($0.start)+\($0.width)" } == expected)
    }

    @Test func `Columns never overlap nor leave their place at any width`() {
        for width in 0...80 {
            let places = ColumnLayout.places(of: Self.columns, narrowing: Self.narrowing, width: width, gap: 2)
            var end = -2
            for place in places {
                #expect(place.start == end + 2, "width \(width)")
                #expect(place.width > 0, "width \(width)")
                end = place.start + place.width
            }
            #expect(end <= width, "width \(width)")
        }
    }

    @Test func `A value is fitted to its place`() {
        let place = ColumnPlace(
            column: Column("rtt", title: "RTT", minimum: 3, ideal: 5, alignment: .right), start: 0, width: 5)
        #expect(place.fit("12") == "   12")
        #expect(place.fit("1234567") == "1234~")
    }
}
