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

/// Text as code in a line of Markdown, which shows every character in it as it is (CommonMark 6.1).
///
/// Its fence is longer than any run of backticks in it, and nothing is escaped: what stands there is copied. A blank on
/// either side belongs to the fence where the text itself begins or ends with a backtick, or has blanks at both ends.
func markdownCode(_ text: String) -> String {
    let cleaned = clean(text)
    var longest = 0
    var run = 0
    for character in cleaned {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let hasBlanks = cleaned.hasPrefix(" ") && cleaned.hasSuffix(" ")
    let needsBlanks = cleaned.isEmpty || cleaned.hasPrefix("`") || cleaned.hasSuffix("`") || hasBlanks
    let blank = needsBlanks ? " " : ""
    return fence + blank + cleaned + blank + fence
}
