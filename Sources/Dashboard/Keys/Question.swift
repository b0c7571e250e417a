/// A question in a box that only `y` answers with yes: whatever else is pressed, nothing happens.
struct Question: Sendable {
    /// The question without its mark, in a few words; stands in the status line.
    let title: String
    /// What one should know before, such as whom it concerns; wrapped where it does not fit.
    let lines: [String]
    /// The line that stands on top.
    var scroll = 0
    /// Does it.
    let perform: @Sendable (inout DashboardState) -> [Effect]
}
