import Drawing

/// The help for a width: all keys from the table that dispatches them, what can be typed, and what the signs mean.
struct HelpPage {
    /// An action that Enter does, and its lines.
    struct Entry {
        let action: Action
        let lines: Range<Int>
    }

    /// All lines, without those that the user's words leave out.
    private(set) var lines: [Line] = []
    /// The actions among them, in the same order.
    private(set) var entries: [Entry] = []

    /// Lays the help out: what can be done at the place behind it first.
    init(_ state: DashboardState, width: Int) {
        let words = state.help.words
        for section in HelpSection.actions(state, at: state.placeBehind) + HelpSection.legend(state.glyphs) {
            let items = section.items.filter { $0.contains(words) }
            guard !items.isEmpty else { continue }
            lines.append(Line(" " + section.title, .heading))
            for item in items {
                let first = lines.count
                lines += item.lines(width)
                if let action = item.action { entries.append(Entry(action: action, lines: first..<lines.count)) }
            }
            lines.append(Line())
        }
        if lines.isEmpty { lines = [Line(" nothing in the help has these words", .warning), Line()] }
        for note in ["rdptop \(state.setup.version)", state.setup.configurationNote] where !note.isEmpty {
            lines += wrap(note, to: max(8, width - 2)).map { Line(" " + $0, .dim) }
        }
    }

    /// The same for a cursor that moves in so many lines.
    func layout(height: Int) -> PageCursor.Page {
        PageCursor.Page(lineCount: lines.count, entries: entries.map(\.lines), height: height)
    }
}
