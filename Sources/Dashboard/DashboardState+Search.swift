import Drawing
import FleetModel

extension DashboardState {
    /// Asks for a text to look for; no row is hidden.
    mutating func openSearch() {
        prompt = .search(LineEdit(), before: list)
    }

    /// Takes a key while the text is being typed; the cursor goes to the first match at once.
    mutating func typeSearch(_ key: Key, _ line: LineEdit, _ before: ListState) {
        if key == .enter {
            prompt = nil
            if list.searchText.isEmpty { list.searchText = before.searchText }
            if !list.searchText.isEmpty, !isMatch(at: cursor) { say(noMatch) }
        } else if key == .escape || key == .control("c") {
            prompt = nil
            list = before
            follow()
        } else if let direction = direction(of: key) {
            if !list.searchText.isEmpty { searchAgain(direction) }
        } else {
            var line = line
            line.take(key)
            prompt = .search(line, before: before)
            guard line.text != list.searchText else { return }
            list = before
            list.searchText = line.text
            follow()
            goToMatch(from: cursor, 1)
        }
    }

    /// Where a key leads that goes on from match to match while the text is typed; nil for one that is typed.
    private func direction(of key: Key) -> Int? {
        guard case .function = key else { return nil }
        switch keys.action(of: key, at: .board)?.id {
        case "next-match": return 1
        case "previous-match": return -1
        default: return nil
        }
    }

    /// Goes to the next match, or with -1 to the one before; behind the last comes the first.
    mutating func searchAgain(_ direction: Int) {
        if !goToMatch(from: cursor + direction, direction) { say(noMatch) }
    }

    @discardableResult
    private mutating func goToMatch(from start: Int, _ direction: Int) -> Bool {
        let count = items.count
        let filter = searchFilter
        guard !list.searchText.isEmpty else { return false }
        for distance in 0..<count {
            let position = ((start + direction * distance) % count + count) % count
            guard case .server(let index) = items[position], rows.isMatch(index, of: filter, now: now) else { continue }
            moveCursor(to: position)
            return true
        }
        return false
    }

    private func isMatch(at position: Int) -> Bool {
        guard items.indices.contains(position), case .server(let index) = items[position] else { return false }
        return rows.isMatch(index, of: searchFilter, now: now)
    }

    /// What is searched for is said in the words of the filter.
    private var searchFilter: Filter { Filter.parseWhileTyping(list.searchText).filter }

    private var noMatch: String { "no row of this list matches \(list.searchText)" }
}
