import Drawing

/// The columns of the grid, and what goes first when the screen is narrow.
enum GridColumn: String, Sendable, CaseIterable {
    case flag, state, name, site, cells, certificate, since, diagnosis
}

extension GridColumn {
    /// Nine cells with a blank between them.
    static let wideCells = 17
    /// Nine cells side by side.
    static let tightCells = 9

    /// Where the columns stand on a screen of `width`, for names of at most `longestName` cells.
    static func places(width: Int, longestName: Int, hasSites: Bool) -> [ColumnPlace<GridColumn>] {
        let isWide = width >= 100
        var columns: [Column<GridColumn>] = [
            Column(.flag, title: "", minimum: 1, ideal: 1),
            Column(.state, title: isWide ? "STATE" : "", minimum: isWide ? 5 : 1, ideal: isWide ? 5 : 1),
            Column(.name, title: "SERVER", minimum: 10, ideal: max(10, min(longestName, 34))),
            Column(.cells, title: "D P T X S C N U G", minimum: tightCells, ideal: wideCells),
            Column(.certificate, title: "CERT", minimum: 5, ideal: 5, alignment: .right),
            Column(.since, title: "SINCE", minimum: 5, ideal: 5, alignment: .right),
            Column(.diagnosis, title: "DIAGNOSIS", minimum: 20, ideal: 38, stretches: true),
        ]
        if isWide, hasSites { columns.insert(Column(.site, title: "SITE", minimum: 4, ideal: 10), at: 3) }
        return ColumnLayout.places(
            of: columns,
            narrowing: [
                .shrink(.diagnosis), .drop(.site), .condense(.cells), .shrink(.name), .drop(.since),
                .drop(.certificate), .drop(.cells), .drop(.flag),
            ],
            width: width)
    }
}
