import Drawing

/// The modes in which a terminal tells what the mouse does (xterm, DEC private modes 1000 and 1006).
///
/// Buttons and wheel only, no movement; in the form of 1006, which knows no limit of columns and is plain ASCII. While
/// they are off, the terminal itself selects text with the mouse.
enum MouseReports {
    /// Switches them on.
    static var begin: String { isUnderstood ? "\u{1B}[?1000h\u{1B}[?1006h" : "" }
    /// Switches them off.
    static var end: String { isUnderstood ? "\u{1B}[?1006l\u{1B}[?1000l" : "" }

    private static var isUnderstood: Bool { Terminfo.string("kmous") != nil }

    /// Reads the numbers of a report, `<` first: button, column and row, both counted from 1.
    ///
    /// - Returns: nil for other buttons, for movement, and for what is no such report.
    static func input(_ parameters: String) -> MouseInput? {
        let numbers = parameters.dropFirst().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        guard parameters.hasPrefix("<"), numbers.count == 3, let button = numbers[0], let column = numbers[1],
            let row = numbers[2], (1...Canvas.largest.width).contains(column), (1...Canvas.largest.height).contains(row)
        else { return nil }
        let place = Point(column: column - 1, row: row - 1)
        // 4, 8 and 16 are Shift, Meta and Ctrl.
        switch button & ~(4 | 8 | 16) {
        case 0: return MouseInput(.press, at: place)
        case 64: return MouseInput(.wheelUp, at: place)
        case 65: return MouseInput(.wheelDown, at: place)
        default: return nil
        }
    }
}
