import Drawing

/// A question in the status line that one more key answers.
struct Menu: Sendable {
    /// One answer.
    struct Choice: Sendable {
        /// The key that gives it.
        let key: Key
        /// What it does, in a word or two.
        let title: String
        /// Does it.
        let perform: @Sendable (inout DashboardState) -> [Effect]
    }

    /// The question, in a word or two.
    let title: String
    /// The answers in the order of the line; any other key closes the menu.
    let choices: [Choice]

    /// The question with its answers, and in a second line those that the first has no room for; nil when it has.
    func lines(width: Int) -> (first: Line, rest: Line?) {
        var lines = (first: Line(" \(title)> ", .key), rest: Line?.none)
        // Before an answer and not behind it: a blank at the end would count as something that is cut off.
        var gap = " "
        for choice in choices {
            let name = choice.title.isEmpty ? "" : ":\(choice.title)"
            let answer = Line(choice.key.name, .key).adding(name)
            if lines.rest == nil, lines.first.width + gap.count + answer.width <= width {
                lines.first = lines.first.adding(gap).adding(answer)
            } else {
                lines.rest = (lines.rest?.adding(gap) ?? Line(" ")).adding(answer)
            }
            gap = name.isEmpty ? " " : "  "
        }
        return lines
    }
}
