import Drawing

@testable import TerminalIO

/// What colours and attributes the cells of a canvas have on a terminal, a letter for each.
///
/// A blank is plain text. `b` is bold, `d` dim, `u` underlined, `r` reverse, and `B`, `D`, `U` the same in reverse. A
/// colour has a letter of its own (`o` orange, `v` vermillion, `s` sky blue, `l` blue, `g` grey), a capital in reverse.
enum PaintLetters {
    /// The lines of a canvas, without blanks at their ends.
    static func lines(of canvas: Canvas, theme: Theme = .standard, colors: Int) -> [String] {
        (0..<canvas.size.height).map { row in
            let letters = canvas[row: row].map { letter(of: $0.style, theme, colors) }
            return String(String(letters).reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func letter(of style: Style, _ theme: Theme, _ colors: Int) -> Character {
        let paint = theme.paint(style.role, depth: ColorDepth(colors: colors))
        let attributes = paint.attributes(with: style.attributes)
        let isReverse = attributes.contains(.reverse)
        if let color = colorLetters[paint.color] { return isReverse ? Character(color.uppercased()) : color }
        guard paint.color == Paint.terminalDefault else { return "?" }
        let letters: [(Style.Attributes, Character)] = [(.underline, "u"), (.bold, "b"), (.dim, "d")]
        guard let letter = letters.first(where: { attributes.contains($0.0) })?.1 else { return isReverse ? "r" : " " }
        return isReverse ? Character(letter.uppercased()) : letter
    }

    private static let colorLetters: [Int32: Character] = [214: "o", 166: "v", 74: "s", 39: "l", 245: "g"]
}
