/// What leaves the screen, in bytes that need no curses any more.
enum Farewell {
    /// Undoes what the screen has set, in this order: mouse, paste, focus, keypad, attributes, colours, cursor, alternate
    /// screen.
    ///
    /// The mouse comes first: what it still reports after the line settings are back would be taken for typed text.
    static var sequence: String {
        func written(_ names: String...) -> String { names.compactMap(Terminfo.string).joined() }
        return MouseReports.end + BracketedPaste.end + FocusReports.end + written("rmkx", "sgr0", "op", "cnorm")
            // Where there is no other screen to go back to, the shell goes on in an empty line.
            + "\r" + written("ed", "rmcup")
    }
}
