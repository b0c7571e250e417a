/// Text made safe for a paragraph or a table cell of Markdown: nothing in it is a mark, a tag, a link or a line end.
///
/// Every ASCII punctuation character that Markdown gives a meaning is escaped by a backslash (CommonMark 2.4), and the
/// ones of HTML by entities, because ticket systems differ in what they let through.
func markdownText(_ text: String) -> String {
    var result = ""
    for character in clean(text) {
        switch character {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": result += "\\\(character)"
        default: result.append(character)
        }
    }
    // Automatic links of GitHub and others: a scheme in front of "//" is taken apart.
    return result.replacing("://", with: ":&#47;/")
}

/// Text as code in a line of Markdown: its fence is longer than any run of backticks in it (CommonMark 6.1).
///
/// Text with a `<` is not made code but escaped, for readers that take HTML even there.
func markdownCode(_ text: String) -> String {
    let cleaned = clean(text)
    guard !cleaned.contains("<") else { return markdownText(text) }
    var longest = 0
    var run = 0
    for character in cleaned {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = cleaned.hasPrefix("`") || cleaned.hasSuffix("`") || cleaned.isEmpty ? " " : ""
    return fence + space + cleaned + space + fence
}
