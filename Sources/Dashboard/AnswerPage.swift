import Drawing
import FleetModel

/// What a user's error code means and which servers would show it, as asked once and laid out once for a width.
struct AnswerPage: Sendable {
    /// Where the user was when the question was asked, to go back there.
    struct Origin: Sendable, Equatable {
        var selected: BoardItem?
        var isDetailOpen: Bool
        var detailTab: DetailTabID
        var detailScrolls: [DetailTabID: Int]
    }

    /// The code as typed.
    let question: String
    /// What is known of it.
    let answer: CodeAnswer
    /// When it was asked.
    let asked: Instant
    /// Where the way back leads.
    let origin: Origin
    /// The lines, and which of them belong to which server.
    private(set) var text: AnswerText
    /// The server under the cursor, among those that the text lists.
    private(set) var cursor = 0
    /// The line that stands on top.
    private(set) var scroll = 0
    /// Whether it is on the screen; not while a server is open that was chosen on it.
    var isInFront = true

    /// Lays an answer out.
    init(
        question: String, answer: CodeAnswer, asked: Instant, origin: Origin, rows: Rows, width: Int
    ) {
        self.question = question
        self.answer = answer
        self.asked = asked
        self.origin = origin
        text = AnswerText(answer, asked: asked, rows: rows, width: width)
    }

    /// The row of the server under the cursor; nil when none is listed.
    var row: Rows.Index? { text.servers.indices.contains(cursor) ? text.servers[cursor].row : nil }

    /// The lines of the server under the cursor.
    var marked: Range<Int> { text.servers.indices.contains(cursor) ? text.servers[cursor].lines : 0..<0 }

    /// Lays it out anew for another width.
    mutating func layOut(rows: Rows, width: Int, height: Int) {
        text = AnswerText(answer, asked: asked, rows: rows, width: width)
        keepInView(height)
    }

    // MARK: Moving

    /// Moves down or up by one: to the next server as long as there is one in sight, and else by a line.
    mutating func step(_ direction: Int, height: Int) {
        let next = cursor + direction
        let isInSight = !marked.isEmpty && marked.overlaps(scroll..<scroll + max(1, height))
        if isInSight, text.servers.indices.contains(next) {
            cursor = next
            keepInView(height)
        } else {
            scroll(to: scroll + direction, height: height)
        }
    }

    /// Moves by some lines; the cursor goes to the nearest server in sight.
    mutating func page(_ distance: Int, height: Int) {
        scroll(to: scroll + distance, height: height)
        let sight = scroll..<scroll + max(1, height)
        guard !marked.overlaps(sight) else { return }
        let visible = text.servers.indices.filter { text.servers[$0].lines.overlaps(sight) }
        if let nearest = distance > 0 ? visible.first : visible.last { cursor = nearest }
    }

    /// Goes to the first server, and to the first line.
    mutating func goToTop() {
        cursor = 0
        scroll = 0
    }

    /// Goes to the last line.
    mutating func goToBottom(height: Int) {
        page(text.lines.count, height: height)
    }

    private mutating func scroll(to line: Int, height: Int) {
        scroll = max(0, min(line, text.lines.count - max(1, height)))
    }

    /// Scrolls as little as possible so that the server under the cursor is in sight, and with the first the title.
    private mutating func keepInView(_ height: Int) {
        guard !marked.isEmpty else { return scroll(to: scroll, height: height) }
        if marked.upperBound > scroll + height { scroll = marked.upperBound - height }
        if marked.lowerBound < scroll { scroll = marked.lowerBound }
        if cursor == 0, marked.upperBound <= height { scroll = 0 }
        scroll(to: scroll, height: height)
    }
}
