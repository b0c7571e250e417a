/// Why there is no screen.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Standard input or output is a file, a pipe, or closed.
    case notATerminal(stream: String)
    /// terminfo does not know the terminal's name; empty when `TERM` is not set.
    case unknownType(String)
    /// The terminal cannot move its cursor, so nothing can be drawn on it.
    case cannotMoveCursor(type: String)
    /// This process already has a screen; curses knows one at a time.
    case alreadyOpen
    /// The system refused something the screen needs.
    case systemCall(String, code: Int32)

    package var description: String {
        let reason =
            switch self {
            case .notATerminal(let stream): "\(stream) is not a terminal"
            case .unknownType(""): "TERM is not set"
            case .unknownType(let type): "terminfo does not know the terminal type '\(type)' (TERM)"
            case .cannotMoveCursor(let type): "a terminal of type '\(type)' (TERM) cannot move its cursor"
            case .alreadyOpen: "the screen is already open"
            case .systemCall(let call, let code): "\(call) failed with error \(code)"
            }
        return "cannot open the dashboard: \(reason); --plain asks less of it, and 'rdptop check' needs none"
    }
}
