import Drawing
import FleetModel

/// Two servers beside each other: a line for each fact, those that differ in front and strong.
enum ComparisonText {
    /// Below this width the two stand below each other.
    private static let fewestBeside = 60
    /// The cells of the fact's name.
    private static let title = 13

    /// The lines; none when nothing is compared.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        guard let compared = state.compared else { return [] }
        let comparison = Comparison(state.rows[compared.left], state.rows[compared.right], now: state.now)
        let names = [compared.left, compared.right].map { state.rows.displayName($0) }
        var lines = [Line].field("why these", CleanText.clean(compared.why, limit: 1_024), .dim, width: width)
        lines += [Line].field("differ", summary(comparison), .strong, width: width)
        lines.append(Line())
        lines += row("", names[0], names[1], .heading, width)
        for relation in Comparison.Relation.allCases {
            let facts = comparison.lines.filter { $0.relation == relation }
            guard !facts.isEmpty else { continue }
            if let heading = heading(relation) {
                lines.append(Line())
                lines += wrap(heading, to: max(8, width - 2)).map { Line(" " + $0, .dim) }
            }
            let role: Role = relation == .different ? .strong : relation == .oneSided ? .normal : .dim
            lines += facts.flatMap { row($0.title, $0.left, $0.right, role, width) }
        }
        return lines
    }

    private static func summary(_ comparison: Comparison) -> String {
        let oneSided = comparison.count(of: .oneSided)
        return "\(comparison.count(of: .different)) of \(comparison.lines.count) facts"
            + (oneSided == 0 ? "" : "; \(oneSided) known of one only")
    }

    private static func heading(_ relation: Comparison.Relation) -> String? {
        switch relation {
        case .different: nil
        case .oneSided: "known of one only"
        case .same: "the same of both, or not to be compared"
        }
    }

    private static func row(_ title: String, _ left: String, _ right: String, _ role: Role, _ width: Int) -> [Line] {
        let texts = [left, right].map { CleanText.clean($0, limit: 1_024) }
        guard width >= fewestBeside else {
            let marks = ["1", "2"]
            let head = title.isEmpty ? [] : [Line(" \(title)", .dim)]
            return head
                + zip(marks, texts).flatMap { mark, text in
                    wrap(text, to: max(8, width - 6)).enumerated().map { row, piece in
                        Line(row == 0 ? "   \(mark) " : "     ", .dim).adding(piece, role)
                    }
                }
        }
        let room = (width - Self.title - 3) / 2
        let columns = texts.map { wrap($0, to: room) }
        return (0..<max(columns[0].count, columns[1].count)).map { row in
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            return Line(pad(row == 0 ? " \(title)" : "", to: Self.title), .dim)
                .adding(pad(cells[0], to: room) + "  ", role).adding(cells[1], role)
        }
    }
}
