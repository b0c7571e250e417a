/// A cursor on a text some of whose lines can be chosen, and the line that stands on top.
struct PageCursor: Sendable, Equatable {
    /// A text as it is laid out now.
    struct Page {
        /// How many lines it has.
        let lineCount: Int
        /// The lines of each entry that can be chosen, from the first to the last.
        let entries: [Range<Int>]
        /// How many lines are in sight, at least 1.
        let height: Int

        init(lineCount: Int, entries: [Range<Int>], height: Int) {
            self.lineCount = lineCount
            self.entries = entries
            self.height = max(1, height)
        }
    }

    /// The entry under the cursor.
    private(set) var entry = 0
    /// The line that stands on top.
    private(set) var top = 0

    /// The lines of the entry under the cursor; none when there is none.
    func marked(on page: Page) -> Range<Int> { page.entries.indices.contains(entry) ? page.entries[entry] : 0..<0 }

    /// Moves on a page.
    mutating func move(_ motion: Motion, on page: Page) {
        switch motion {
        case .down: step(1, page)
        case .up: step(-1, page)
        case .pageDown: leap(max(1, page.height - 1), page)
        case .pageUp: leap(-max(1, page.height - 1), page)
        case .halfPageDown: leap(max(1, page.height / 2), page)
        case .halfPageUp: leap(-max(1, page.height / 2), page)
        case .top: self = PageCursor()
        case .bottom: leap(page.lineCount, page)
        }
    }

    /// Moves down or up by one: to the next entry as long as there is one in sight, and else by a line.
    private mutating func step(_ direction: Int, _ page: Page) {
        let next = entry + direction
        let marked = marked(on: page)
        let isInSight = !marked.isEmpty && marked.overlaps(top..<top + page.height)
        if isInSight, page.entries.indices.contains(next) {
            entry = next
            keepInView(on: page)
        } else {
            scroll(to: top + direction, page)
        }
    }

    /// Moves by some lines; the cursor goes to the nearest entry in sight.
    private mutating func leap(_ distance: Int, _ page: Page) {
        scroll(to: top + distance, page)
        let sight = top..<top + page.height
        guard !marked(on: page).overlaps(sight) else { return }
        let visible = page.entries.indices.filter { page.entries[$0].overlaps(sight) }
        if let nearest = distance > 0 ? visible.first : visible.last { entry = nearest }
    }

    /// Scrolls as little as possible so that the entry under the cursor is in sight, and with the first the title.
    mutating func keepInView(on page: Page) {
        let marked = marked(on: page)
        guard !marked.isEmpty else { return scroll(to: top, page) }
        if marked.upperBound > top + page.height { top = marked.upperBound - page.height }
        if marked.lowerBound < top { top = marked.lowerBound }
        if entry == 0, marked.upperBound <= page.height { top = 0 }
        scroll(to: top, page)
    }

    private mutating func scroll(to line: Int, _ page: Page) {
        top = max(0, min(line, page.lineCount - page.height))
    }
}
