/// A field of CSV (RFC 4180, 2): in quotes where it has to be, and never the beginning of a formula.
///
/// Spreadsheets take a field that begins with one of these characters for a formula, quotes or not, and a formula may
/// fetch or run something. An apostrophe in front makes it text; a number needs none.
func csvField(_ text: String) -> String {
    let cleaned = clean(text)
    let starts = cleaned.unicodeScalars.first.map { formulaStarts.contains($0) } ?? false
    let field = starts && !isNumber(cleaned) ? "'" + cleaned : cleaned
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D })
    else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
}

/// ASCII ones, and their full-width twins, which some spreadsheets take for the same.
private let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
]

/// `-18`, `0.011`.
private func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return text.utf8.count - digits.count <= 1 && !digits.isEmpty
        && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
}
