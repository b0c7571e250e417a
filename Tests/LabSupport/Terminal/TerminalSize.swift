/// The size of a terminal in character cells.
package struct TerminalSize: Sendable, Hashable {
    /// The width, in cells.
    package let columns: Int
    /// The height, in cells.
    package let rows: Int

    /// A size of so many columns and rows.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// 80 by 24, the size that everything must fit.
    package static let classic = TerminalSize(columns: 80, rows: 24)

    /// 120 by 40.
    package static let roomy = TerminalSize(columns: 120, rows: 40)
}
