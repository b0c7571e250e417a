import Drawing

extension DashboardState {
    /// How many lines one notch of the wheel moves.
    private static let notch = 3

    /// Takes what was done with the mouse. It does nothing that keys cannot do, and nothing while a line is typed.
    mutating func take(_ input: MouseInput) -> [Effect] {
        guard isMouseOn, prompt == nil else { return [] }
        switch input.deed {
        case .wheelUp: for _ in 0..<Self.notch { move(.up) }
        case .wheelDown: for _ in 0..<Self.notch { move(.down) }
        case .press: return press(at: input.place)
        }
        return []
    }

    /// Selects the line under the pointer, or opens it when it is selected already.
    private mutating func press(at point: Point) -> [Effect] {
        guard [.board, .detail, .events].contains(place), let position = position(at: point) else { return [] }
        if place == .events { eventCursor = nil }
        if hasMoved, position == cursor, items[position] == selectedItem, place == .board {
            return ActionTable.action("open").map { perform($0) } ?? []
        }
        moveCursor(to: position)
        detailScroll = 0
        return []
    }

    /// The line of the list that is drawn at a place; nil when there is none.
    private func position(at point: Point) -> Int? {
        guard let rect = Arrangement(of: self, in: Rect(size: size)).rects[.grid] else { return nil }
        // Whatever stands above the lines, they end where the grid does.
        let lines = rect.rows.suffix(gridHeight)
        guard lines.contains(point.row), rect.columns.contains(point.column) else { return nil }
        let position = firstVisible + point.row - lines.startIndex
        guard items.indices.contains(position) else { return nil }
        return position
    }
}
