/// What leaves the screen, in bytes that need no curses any more.
enum Farewell {
    /// Undoes what the screen has set, in this order: mouse, paste, focus, keypad, attributes, colours, cursor, alternate
    /// screen.
    ///
    /// The mouse comes first: what it still reports after the line settings are back would be taken for typed text.
    static var sequence: String {
        let capabilities = ["rmkx", "sgr0", "op", "cnorm", "rmcup"].compactMap(Terminfo.string)
        return MouseReports.end + BracketedPaste.end + FocusReports.end + capabilities.joined() + newLine
    }

    /// Where there is no alternate screen to leave, the shell goes on below the last one.
    static var newLine: String { Terminfo.string("rmcup") == nil ? "\r\n" : "" }
}
