/// The characters the screen is drawn with, one set per kind of terminal.
///
/// Every glyph is one cell wide and none is an emoji. States are letters, so both sets show the same facts.
package struct Glyphs: Hashable, Sendable {
    /// A layer that works.
    package let ok: Unicode.Scalar
    /// The end of a text that was cut.
    package let ellipsis: Unicode.Scalar
    /// A level line.
    package let horizontal: Unicode.Scalar
    /// An upright line.
    package let vertical: Unicode.Scalar
    /// The upper left corner of a box.
    package let topLeft: Unicode.Scalar
    /// The upper right corner of a box.
    package let topRight: Unicode.Scalar
    /// The lower left corner of a box.
    package let bottomLeft: Unicode.Scalar
    /// The lower right corner of a box.
    package let bottomRight: Unicode.Scalar
    /// The filled part of a bar.
    package let barFilled: Unicode.Scalar
    /// The empty part of a bar.
    package let barEmpty: Unicode.Scalar
    /// Five levels of a curve, the lowest first.
    package let levels: [Unicode.Scalar]

    /// For a warning, in both sets.
    package static let warning: Unicode.Scalar = "!"
    /// For a layer that was not reached, in both sets.
    package static let notReached: Unicode.Scalar = ":"
    /// For a layer that does not apply, in both sets.
    package static let notApplicable: Unicode.Scalar = "-"
    /// For what is not known yet, in both sets.
    package static let unknown: Unicode.Scalar = "?"

    /// For every terminal.
    package static let ascii = Glyphs(
        ok: ".", ellipsis: "~", horizontal: "-", vertical: "|",
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        barFilled: "#", barEmpty: ".", levels: ["_", ".", "-", "=", "#"])

    /// For UTF-8 terminals where characters of ambiguous width take one cell.
    package static let unicode = Glyphs(
        ok: "\u{2219}", ellipsis: "\u{2026}", horizontal: "\u{2500}", vertical: "\u{2502}",
        topLeft: "\u{250C}", topRight: "\u{2510}", bottomLeft: "\u{2514}", bottomRight: "\u{2518}",
        barFilled: "\u{2588}", barEmpty: "\u{2591}",
        // Braille: East Asian "neutral", one cell everywhere.
        levels: ["\u{28C0}", "\u{28E4}", "\u{28F4}", "\u{28F6}", "\u{28FF}"])

    /// Returns a bar of `width` cells of which a share between 0 and 1 is filled.
    ///
    /// A share above 0 fills at least one cell, and one below 1 leaves at least one empty where there are two.
    package func bar(_ fraction: Double, width: Int) -> String {
        guard width > 0 else { return "" }
        let bounded = fraction > 0 ? min(fraction, 1) : 0
        var filled = Int((bounded * Double(width)).rounded())
        if bounded > 0 { filled = max(1, filled) }
        if bounded < 1, width > 1 { filled = min(width - 1, filled) }
        return String(repeating: String(barFilled), count: filled)
            + String(repeating: String(barEmpty), count: width - filled)
    }
}
