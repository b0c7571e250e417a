import Drawing

extension DashboardState {
    /// Opens the choice of columns.
    mutating func chooseColumns() {
        openOverlay(.columns)
        columnCursor = 0
    }

    /// Shows or hides the column under the cursor, in the view in front.
    mutating func toggleColumn() {
        guard ColumnTable.columns.indices.contains(columnCursor) else { return }
        let column = ColumnTable.columns[columnCursor]
        guard column.isOptional else { return say("\(column.id.rawValue) is always shown") }
        var hidden = hiddenColumns
        if hidden.remove(column.id) == nil { hidden.insert(column.id) }
        list.hiddenColumns = hidden
        list.shift = min(list.shift, longestShift)
    }

    /// Moves the cursor of the choice.
    mutating func moveColumnCursor(_ motion: Motion) {
        columnCursor = motion.target(from: columnCursor, page: 5, last: ColumnTable.columns.count - 1)
        let height = max(1, overlayRoom.height)
        overlayScroll = max(min(overlayScroll, columnCursor), columnCursor - height + 1)
    }

    // MARK: Sideways

    /// Moves the verdicts to the left, or with -1 back; at the left edge says where the help is, which `h` is elsewhere.
    mutating func moveSideways(_ direction: Int) {
        let wanted = list.shift + direction * DiagnosisColumn.step
        guard direction > 0 else {
            if list.shift == 0 { say("nothing more to the left; ? for help") }
            list.shift = max(0, wanted)
            return
        }
        let last = longestShift
        if list.shift >= last { say("nothing more to the right") }
        list.shift = min(wanted, last)
    }

    /// How far the verdicts in sight have to be moved so that the longest can be read to its end.
    private var longestShift: Int {
        guard let rect = Arrangement(of: self, in: Rect(size: size)).rects[.grid],
            let place = ServerTable(self, width: rect.width).places.first(where: { $0.column.id == .diagnosis })
        else { return 0 }
        let visible = items.dropFirst(firstVisible).prefix(gridHeight)
        let longest = visible.compactMap { item -> Int? in
            guard case .server(let index) = item else { return nil }
            return GridRow.diagnosis(rows[index]).first.map { TextWidth.cells(of: $0) }
        }.max()
        return max(0, (longest ?? 0) - place.width)
    }
}
