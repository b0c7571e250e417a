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
}
