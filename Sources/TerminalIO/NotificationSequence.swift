/// The bytes that ask a terminal to show a notification, also through a multiplexer that would keep them for itself.
enum NotificationSequence {
    /// The longest text that is sent, in characters.
    static let longest = 200

    /// The bytes for a text.
    ///
    /// The text begins with the program's name, so that no terminal takes it for one of the other things that the number 9
    /// stands for, which begin with a digit (ConEmu's `9;4;`). A semicolon would begin another field. tmux and GNU screen
    /// pass on what is wrapped for them, tmux only with `allow-passthrough on`.
    ///
    /// - Parameters:
    ///   - text: What to show; whatever is not safe to show is replaced.
    ///   - form: OSC 9 or OSC 777.
    ///   - multiplexer: What stands between; nil for nothing.
    /// - Returns: The sequence, wrapped as needed.
    static func bytes(
        _ text: String, as form: TerminalNotification, through multiplexer: ClipboardSequence.Multiplexer?
    ) -> String {
        let clean = String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(longest).map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                        "?"
                    default: scalar == ";" ? "," : scalar
                    }
                }))
        let plain =
            switch form {
            case .osc9: "\u{1B}]9;rdptop: \(clean)\u{07}"
            case .osc777: "\u{1B}]777;notify;rdptop;\(clean)\u{07}"
            }
        return ClipboardSequence.wrapped(plain, for: multiplexer)
    }
}

/// How a terminal is asked to show a notification, by the number of the operating system command (ECMA-48, 8.3.89).
package enum TerminalNotification: Sendable, Equatable {
    /// A text, as iTerm2 began it.
    case osc9
    /// A title and a text, as rxvt-unicode began it.
    case osc777
}
