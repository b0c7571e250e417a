/// Decides which columns of a table show and how wide they are.
///
/// The columns start at their ideal width. While they do not fit, the steps of `narrowing` are taken in order. Room
/// that a later step sets free goes back to the columns that were shrunk, the last one first, and what is left then
/// to the first column that stretches. When every step is taken and the table is still too wide, columns are cut off at
/// the right.
package enum ColumnLayout {
    /// Places the columns of a table.
    ///
    /// - Parameters:
    ///   - columns: all columns in the order they stand; each id once.
    ///   - narrowing: what to give up, in order; steps that name no column do nothing.
    ///   - width: the cells there are.
    ///   - gap: blanks between two columns.
    /// - Returns: the places of the columns that show, from left to right.
    package static func places<ID>(
        of columns: [Column<ID>], narrowing: [Narrowing<ID>], width: Int, gap: Int = 1
    ) -> [ColumnPlace<ID>] {
        var widths = columns.map(\.ideal)
        var shrunk: [Int] = []

        func missing() -> Int {
            let shown = widths.count { $0 > 0 }
            return widths.reduce(0, +) + max(0, shown - 1) * max(0, gap) - max(0, width)
        }
        func index(_ id: ID) -> Int? {
            columns.firstIndex { $0.id == id }.flatMap { widths[$0] > 0 ? $0 : nil }
        }

        for step in narrowing where missing() > 0 {
            switch step {
            case .shrink(let id):
                guard let index = index(id) else { continue }
                widths[index] = max(columns[index].minimum, widths[index] - missing())
                shrunk.append(index)
            case .condense(let id):
                guard let index = index(id) else { continue }
                widths[index] = columns[index].minimum
            case .limit(let id, let cells):
                guard let index = index(id) else { continue }
                widths[index] = min(widths[index], max(columns[index].minimum, cells))
            case .drop(let id):
                guard let index = index(id) else { continue }
                widths[index] = 0
            }
        }
        for index in shrunk.reversed() where missing() < 0 && widths[index] > 0 {
            widths[index] = min(columns[index].ideal, widths[index] - missing())
        }
        if missing() < 0, let index = columns.indices.first(where: { columns[$0].stretches && widths[$0] > 0 }) {
            widths[index] -= missing()
        }
        return cutOff(columns, widths, width, max(0, gap))
    }

    private static func cutOff<ID>(
        _ columns: [Column<ID>], _ widths: [Int], _ width: Int, _ gap: Int
    ) -> [ColumnPlace<ID>] {
        var places: [ColumnPlace<ID>] = []
        var start = 0
        for (column, wanted) in zip(columns, widths) where wanted > 0 && start < width {
            let given = min(wanted, width - start)
            places.append(ColumnPlace(column: column, start: start, width: given))
            start += given + gap
        }
        return places
    }
}
