import Testing

@testable import Drawing

@Suite struct GoldenScreenTests {
    private enum Field: Hashable, Sendable {
        case server, cells, certificate, diagnosis
    }

    private static func screen(_ size: Size, _ glyphs: Glyphs) -> Canvas {
        var canvas = Canvas(size: size)
        var rest = canvas.bounds
        canvas.put("rdptop prod-eu", at: rest.cutTop(1).origin, style: Style(.title))
        let footer = rest.cutBottom(1)
        let places = ColumnLayout.places(
            of: [
                Column(Field.server, title: "SERVER", minimum: 12, ideal: 14),
                Column(.cells, title: "D P T X S", minimum: 5, ideal: 9),
                Column(.certificate, title: "CERT", minimum: 4, ideal: 4, alignment: .right),
                Column(.diagnosis, title: "DIAGNOSIS", minimum: 12, ideal: 22, stretches: true),
            ], narrowing: [.shrink(.diagnosis), .drop(.certificate), .condense(.cells), .drop(.cells)],
            width: size.width)
        let ok = String(glyphs.ok)
        let heading = rest.cutTop(1)
        let row = rest.cutTop(1)
        for place in places {
            let start = Point(column: place.start, row: heading.origin.row)
            canvas.put(place.fit(place.column.title), at: start, style: Style(.heading))
            let text =
                switch place.column.id {
                case .server: "rdsh-nyc-003"
                case .cells: [ok, ok, ok, ok, "E"].joined(separator: place.width < 9 ? "" : " ")
                case .certificate: "-2d"
                case .diagnosis: "certificate expired 2 days ago"
                }
            canvas.put(
                place.fit(text, ellipsis: String(glyphs.ellipsis)), at: Point(column: place.start, row: row.origin.row),
                style: Style(place.column.id == .cells ? .failed : .normal))
        }
        canvas.rule(rest.row(0), glyphs: glyphs, title: "events")
        canvas.put("?", at: footer.origin, style: Style(.key))
        canvas.put("Help", at: Point(column: 1, row: footer.origin.row))
        return canvas
    }

    @Test func `A wide screen shows every column`() {
        let canvas = Self.screen(Size(width: 60, height: 5), .ascii)
        #expect(
            canvas.lines == [
                "rdptop prod-eu",
                "SERVER         D P T X S CERT DIAGNOSIS",
                "rdsh-nyc-003   . . . . E  -2d certificate expired 2 days ago",
                "-- events --------------------------------------------------",
                "?Help",
            ])
        #expect(
            canvas.styleLines == [
                "TTTTTTTTTTTTTT" + String(repeating: ".", count: 46),
                "HHHHHHHHHHHHHH.HHHHHHHHH.HHHH." + String(repeating: "H", count: 30),
                "...............FFFFFFFFF....................................",
                "||TTTTTTTT" + String(repeating: "|", count: 50),
                "k" + String(repeating: ".", count: 59),
            ])
    }

    @Test func `A narrow screen gives up columns in the order asked for`() {
        #expect(
            Self.screen(Size(width: 40, height: 5), .unicode).lines == [
                "rdptop prod-eu",
                "SERVER         D P T X S DIAGNOSIS",
                "rdsh-nyc-003   \u{2219} \u{2219} \u{2219} \u{2219} E certificate ex\u{2026}",
                "── events ──────────────────────────────",
                "?Help",
            ])
        #expect(
            Self.screen(Size(width: 20, height: 5), .ascii).lines == [
                "rdptop prod-eu",
                "SERVER         DIAG~",
                "rdsh-nyc-003   cert~",
                "-- events ----------",
                "?Help",
            ])
    }

    @Test func `One cell is still a screen`() {
        #expect(Self.screen(Size(width: 1, height: 1), .ascii).lines == ["r"])
        #expect(Self.screen(.zero, .unicode).lines == [])
    }
}
