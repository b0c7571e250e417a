import Drawing
import FleetModel

/// What a user's error code means and which servers would show it, as asked once and laid out once for a width.
struct AnswerPage: Sendable {
    /// Where the user was when the question was asked, to go back there.
    struct Origin: Sendable, Equatable {
        var selected: Rows.Index?
        var isDetailOpen: Bool
        var detailScroll: Int
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
    /// Where the user is among the servers that the text lists, and which line stands on top.
    private var place = PageCursor()
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

    /// The server under the cursor, among those that the text lists.
    var cursor: Int { place.entry }

    /// The line that stands on top.
    var scroll: Int { place.top }

    /// The row of the server under the cursor; nil when none is listed.
    var row: Rows.Index? { text.servers.indices.contains(cursor) ? text.servers[cursor].row : nil }

    /// The lines of the server under the cursor.
    var marked: Range<Int> { place.marked(on: page(height: 1)) }

    /// Lays it out anew for another width.
    mutating func layOut(rows: Rows, width: Int, height: Int) {
        text = AnswerText(answer, asked: asked, rows: rows, width: width)
        place.keepInView(on: page(height: height))
    }

    /// Moves on a page of so many lines.
    mutating func move(_ motion: Motion, height: Int) { place.move(motion, on: page(height: height)) }

    private func page(height: Int) -> PageCursor.Page {
        PageCursor.Page(lineCount: text.lines.count, entries: text.servers.map(\.lines), height: height)
    }
}
