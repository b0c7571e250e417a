/// What leaves the screen, in bytes that need no curses any more.
enum Farewell {
    /// Undoes what the screen has set: paste, keypad, attributes, colours, alternate screen, cursor, in this order.
    static var sequence: String {
        let capabilities = ["rmkx", "sgr0", "op", "rmcup", "cnorm"].compactMap(Terminfo.string)
        return BracketedPaste.end + capabilities.joined() + newLine
    }

    /// Where there is no alternate screen to leave, the shell goes on below the last one.
    static var newLine: String { Terminfo.string("rmcup") == nil ? "\r\n" : "" }
}
