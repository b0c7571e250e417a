import Drawing
import TerminalIO

/// What stands on the screen until there is a board to show: one sentence that says what takes so long.
struct OpeningScreen: Sendable {
    /// What is being done: `reading hosts.yaml`.
    let sentence: String

    /// A fleet file of so many bytes takes long enough to read for a person to notice.
    static let noticeableBytes = 100_000

    /// Draws it on a canvas of any size.
    func canvas(_ size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        let title = canvas.put(" rdptop ", at: .origin, style: Style(.title), maxWidth: size.width)
        let room = size.width - title
        if room > 0 {
            canvas.put(clip(sentence, to: room, ellipsis: "~"), at: Point(column: title, row: 0), style: Style(.dim))
        }
        return canvas
    }
}
