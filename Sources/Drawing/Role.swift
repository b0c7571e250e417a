/// What a piece of the screen means; a theme gives each meaning its colour.
///
/// Panes name meanings and never colours, so that one screen can be shown in every theme and in monochrome.
package enum Role: UInt8, CaseIterable, Sendable {
    /// Ordinary text.
    case normal
    /// Text that may be overlooked.
    case dim
    /// Text that stands out.
    case strong
    /// A layer or server that works.
    case ok
    /// A layer or server that works, but should be looked at.
    case warning
    /// A layer or server that does not work.
    case failed
    /// A layer that could not be tried because an earlier one failed.
    case notReached
    /// A layer that does not apply to this server or is not permitted.
    case notApplicable
    /// Nothing is known yet.
    case unknown
    /// A value that is older than it should be.
    case stale
    /// A server somebody has muted.
    case muted
    /// A failure somebody has acknowledged.
    case acknowledged
    /// A problem that has just appeared.
    case fresh
    /// A server that has just come back.
    case recovered
    /// A server the user has marked.
    case marked
    /// A row that has changed since the screen was frozen.
    case changed
    /// The name of the program, a fleet, or a pane.
    case title
    /// The title of a column.
    case heading
    /// A key in the footer or the help.
    case key
    /// The line that names the likely cause.
    case cause
    /// Lines between and around panes.
    case border
    /// The row or tab under the cursor.
    case selected
    /// Text the user is typing.
    case prompt

    /// One letter for the attribute layer of a golden screen.
    package var letter: Character {
        switch self {
        case .normal: "."
        case .dim: "d"
        case .strong: "S"
        case .ok: "o"
        case .warning: "w"
        case .failed: "F"
        case .notReached: "n"
        case .notApplicable: "-"
        case .unknown: "?"
        case .stale: "z"
        case .muted: "m"
        case .acknowledged: "a"
        case .fresh: "+"
        case .recovered: "^"
        case .marked: "*"
        case .changed: "~"
        case .title: "T"
        case .heading: "H"
        case .key: "k"
        case .cause: "c"
        case .border: "|"
        case .selected: ">"
        case .prompt: "p"
        }
    }
}
