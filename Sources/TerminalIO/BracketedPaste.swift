/// The mode in which a terminal puts marks around pasted text (xterm, DEC private mode 2004).
enum BracketedPaste {
    /// Switches it on.
    static var begin: String { isUnderstood ? "\u{1B}[?2004h" : "" }
    /// Switches it off.
    static var end: String { isUnderstood ? "\u{1B}[?2004l" : "" }

    /// Terminals with mouse reports are of xterm's family and at least ignore a private mode they do not know.
    private static var isUnderstood: Bool { Terminfo.string("kmous") != nil }
}
