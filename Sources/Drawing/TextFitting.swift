/// Where text stands in a field wider than itself.
package enum Alignment: Hashable, Sendable {
    /// At the left edge.
    case left
    /// At the right edge.
    case right
    /// In the middle; an odd cell goes to the right.
    case center
}

/// Returns text cut to `width` cells, ending in `ellipsis` when something was cut.
///
/// Control and zero-width scalars are left out. When not even the ellipsis fits, the result holds what fits of it.
package func clip(_ text: some StringProtocol, to width: Int, ellipsis: String = "~") -> String {
    guard width > 0 else { return "" }
    var shown = String.UnicodeScalarView()
    var used = 0
    // Where the text has to stop if it turns out to need an ellipsis.
    let room = width - TextWidth.cells(of: ellipsis)
    var kept = 0
    var count = 0
    for scalar in text.unicodeScalars {
        let cells = TextWidth.cells(of: scalar)
        guard cells > 0 else { continue }
        guard used + cells <= width else {
            return room >= 0
                ? String(String.UnicodeScalarView(shown.prefix(kept))) + ellipsis
                : clip(ellipsis, to: width, ellipsis: "")
        }
        shown.append(scalar)
        used += cells
        count += 1
        if used <= room { kept = count }
    }
    return String(shown)
}

/// Returns text of exactly `width` cells: cut with an ellipsis, or filled up with blanks.
package func pad(
    _ text: some StringProtocol, to width: Int, _ alignment: Alignment = .left, ellipsis: String = "~"
) -> String {
    let shown = clip(text, to: width, ellipsis: ellipsis)
    let missing = max(0, width - TextWidth.cells(of: shown))
    let before =
        switch alignment {
        case .left: 0
        case .right: missing
        case .center: missing / 2
        }
    return String(repeating: " ", count: before) + shown + String(repeating: " ", count: missing - before)
}

/// Returns a text broken into lines of at most `width` cells, at blanks where possible and inside a word where not.
///
/// A line break in the text starts a new line. With a width below 1 there are no lines.
package func wrap(_ text: some StringProtocol, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
            let cells = TextWidth.cells(of: word)
            if used > 0, used + 1 + cells <= width {
                line += " " + word
                used += 1 + cells
                continue
            }
            if used > 0 { lines.append(line) }
            line = ""
            used = 0
            for scalar in word.unicodeScalars {
                let cells = TextWidth.cells(of: scalar)
                guard cells > 0, cells <= width else { continue }
                if used + cells > width {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.unicodeScalars.append(scalar)
                used += cells
            }
        }
        lines.append(line)
    }
    return lines
}
