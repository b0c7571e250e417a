/// The bytes that ask a terminal to keep a text, also through a multiplexer that would keep them for itself.
enum ClipboardSequence {
    /// A program between this one and the terminal.
    enum Multiplexer: Sendable, Equatable {
        case tmux, screen
    }

    /// GNU screen takes a device control string of at most 768 bytes (its `MAXSTR`) and drops longer ones.
    static let screenPiece = 512

    /// Which multiplexer the program runs in, by its environment: tmux and GNU screen each set a variable of their own,
    /// and on another machine only the name of the terminal is left, which tmux may have from screen.
    static func multiplexer(_ environment: [String: String]) -> Multiplexer? {
        if environment["TMUX"]?.isEmpty == false { return .tmux }
        if environment["STY"]?.isEmpty == false { return .screen }
        let type = environment["TERM"] ?? ""
        if type.hasPrefix("tmux") { return .tmux }
        return type.hasPrefix("screen") ? .screen : nil
    }

    /// The bytes for a text.
    ///
    /// In tmux once as they are, for `set-clipboard on`, and once wrapped, for `allow-passthrough on`: it takes the first
    /// or passes on the second, and drops what it is not allowed (tmux(1)). A terminal that gets both keeps the same text
    /// twice. GNU screen passes on what stands in device control strings (screen(1), "String Escapes").
    ///
    /// - Parameters:
    ///   - base64: The text's UTF-8 in Base64.
    ///   - multiplexer: What stands between; nil for nothing.
    /// - Returns: OSC 52 of xterm's control sequences, wrapped as needed.
    static func bytes(base64: String, through multiplexer: Multiplexer?) -> String {
        let plain = "\u{1B}]52;c;\(base64)\u{07}"
        // Where tmux takes the first, it need not pass on the second.
        return (multiplexer == .tmux ? plain : "") + wrapped(plain, for: multiplexer)
    }

    /// A sequence as a multiplexer passes it on to the terminal.
    static func wrapped(_ plain: String, for multiplexer: Multiplexer?) -> String {
        switch multiplexer {
        case nil: return plain
        case .tmux: return "\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
        case .screen:
            var rest = plain.utf8[...]
            var wrapped = ""
            while !rest.isEmpty {
                wrapped += "\u{1B}P" + String(Substring(rest.prefix(screenPiece))) + "\u{1B}\\"
                rest = rest.dropFirst(screenPiece)
            }
            return wrapped
        }
    }
}
