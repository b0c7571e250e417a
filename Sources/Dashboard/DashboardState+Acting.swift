import FleetModel

extension DashboardState {
    /// The servers that an action works on: the open one, or the marked ones if there are any, or those of the line under
    /// the cursor. Whoever asks later than a key keeps them: other rows may stand there then.
    var actedUpon: [Rows.Index] {
        if isDetailOpen { return selected.map { [$0] } ?? [] }
        guard rows.marks.isEmpty else { return markedServers }
        return selectedItem.map(servers) ?? []
    }

    /// Why there is no server to work on; nil when there is one.
    var whyNothingToActUpon: String? {
        actedUpon.isEmpty ? whyNoRow ?? "this line stands for no server" : nil
    }

    /// Some servers in words: the name of one, or how many, and how many of those nobody sees.
    func subject(_ indexes: [Rows.Index]) -> String {
        guard indexes.count != 1, let first = indexes.first else {
            return indexes.first.map { rows[$0].server.displayName } ?? "no server"
        }
        let hidden = indexes.count { rows.position(of: $0) == nil }
        guard hidden > 0 else { return "\(indexes.count) servers" }
        return hidden == indexes.count
            ? "\(indexes.count) servers, \(rows.displayName(first)) among them"
            : "\(indexes.count) servers, \(hidden) of them hidden"
    }

    // MARK: Marks

    /// The marked servers in the order of the screen; behind them those that it does not show.
    var markedServers: [Rows.Index] {
        let shown = rows.order.filter { rows.marks.contains($0) }
        guard shown.count < rows.marks.count else { return shown }
        return shown + rows.marks.subtracting(shown).sorted()
    }

    /// How many marked servers the screen does not show.
    var hiddenMarks: Int { rows.marks.count { rows.position(of: $0) == nil } }

    /// Marks the servers of a line, or takes their marks away when all have one; then goes to the next line.
    mutating func toggleMark() {
        let those = isDetailOpen ? selected.map { [$0] } ?? [] : selectedItem.map(servers) ?? []
        let isMarked = !those.allSatisfy { rows.marks.contains($0) }
        mark(those, isMarked)
        lastMark = isMarked ? those.last : nil
        guard !isDetailOpen else { return say(isMarked ? "marked" : "not marked any more") }
        // The line itself may be gone when the filter asks for marks.
        if selectedItem.map(items.contains) ?? false { moveCursor(to: cursor + 1) }
    }

    /// Marks everything from the last marked line to the cursor; without one the range begins here.
    mutating func markRange() {
        let begin = lastMark.flatMap { last in items.firstIndex { servers(of: $0).contains(last) } }
        let range = begin.map { min($0, cursor)...max($0, cursor) } ?? cursor...cursor
        let those = items[range.clamped(to: 0...max(0, items.count - 1))].flatMap(servers)
        let before = rows.marks.count
        mark(those, true)
        lastMark = selectedItem.flatMap { servers(of: $0).last }
        say(begin == nil ? "a range begins here" : "marked \(rows.marks.count - before) more")
    }

    /// Marks all servers that the view shows.
    mutating func markAll() {
        mark(items.flatMap(servers), true)
        lastMark = nil
    }

    /// Takes all marks away.
    mutating func clearMarks() {
        mark(Array(rows.marks), false)
        lastMark = nil
    }

    private mutating func mark(_ indexes: [Rows.Index], _ isMarked: Bool) {
        hasMoved = true
        shown.rows.mark(indexes, isMarked, now: now)
        follow()
    }
}
