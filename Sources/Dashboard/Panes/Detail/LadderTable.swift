import Drawing
import FleetModel

/// The layers of one path, one below the other as a client climbs them: how long each took and when, and what it showed.
struct LadderTable {
    /// The cells that the bars take; none on a narrow screen.
    let barWidth: Int
    private let subject: DetailSubject
    /// The cells before what a layer showed.
    private let indent: Int

    private static let layer = 15
    private static let time = 9

    init(_ subject: DetailSubject) {
        self.subject = subject
        barWidth = subject.width >= 110 ? 32 : subject.width >= 70 ? 16 : 0
        let bars = barWidth > 0 ? barWidth + 2 : 0
        indent = subject.isNarrow ? [Line].narrowIndent : Self.layer + Self.time + 2 + bars
    }

    /// The path's name, and above the bars the times that they begin and end with.
    func heading(_ title: String, _ bars: Waterfall) -> Line {
        let name = clip(" " + title, to: max(Self.layer, indent - 2 - (barWidth > 0 ? barWidth + 2 : 0)))
        guard barWidth > 0, bars.total > 0 else { return Line(" " + title, .heading) }
        let end = bars.total.latency
        let axis = pad("0", to: max(1, barWidth - end.count)) + end
        return Line(pad(name, to: indent - barWidth - 2), .heading).adding(axis + "  ", .dim)
            .adding("what was seen", .heading)
    }

    /// A layer on as many lines as its words need.
    func lines(
        _ sign: String, _ title: String, _ cell: FleetModel.Cell, _ microseconds: Int64?,
        bar: (before: Int, filled: Int), _ words: String
    ) -> [Line] {
        var head = Line(pad(" \(sign) \(title)", to: Self.layer))
            .adding(pad(microseconds.map(\.latency) ?? "-", to: Self.time, .right) + "  ", .dim)
        if barWidth > 0 {
            let filled = String(repeating: String(subject.glyphs.barFilled), count: bar.filled)
            // Beside the others, or of an earlier probe: it has no place on their axis.
            let isApart = bar.filled == 0 && microseconds != nil
            let cells = isApart ? "not in this sum" : String(repeating: " ", count: bar.before) + filled
            head = head.adding(pad(cells, to: barWidth) + "  ", .dim)
        }
        let sign = cell.sign(subject.glyphs)
        let text = CleanText.clean(words, limit: 1_024)
        // On a narrow screen what does not fit beside the time stands below it.
        let isBelow = subject.isNarrow && TextWidth.cells(of: text) > subject.width - head.width - 3
        let margin = subject.isNarrow ? indent : indent + 2
        let pieces = wrap(text, to: max(8, subject.width - margin - 1))
        if isBelow {
            return [head.adding(sign, cell.role)] + pieces.map { Line(pad("", to: margin)).adding($0, cell.role) }
        }
        return pieces.enumerated().map { row, piece in
            row == 0
                ? head.adding("\(sign) \(piece)", cell.role) : Line(pad("", to: margin)).adding(piece, cell.role)
        }
    }
}
