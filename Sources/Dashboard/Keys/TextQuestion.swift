/// A question in the status line that a line of text answers, such as why a server is muted.
struct TextQuestion: Sendable {
    /// What is asked for, in a word or two.
    let label: String
    /// What is typed.
    var line = LineEdit()
    /// What Enter does with the text as typed so far, for the footer, the fullest first.
    let hints: @Sendable (DashboardState, String) -> [String]
    /// Does it with the text as typed.
    let perform: @Sendable (inout DashboardState, String) -> [Effect]
}
