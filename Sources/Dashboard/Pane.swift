import Drawing

/// One part of the screen: draws the state into its rectangle and keeps nothing.
protocol Pane: Sendable {
    /// Which rectangle of the arrangement is its own.
    var id: PaneID { get }

    /// Draws inside `rect`, which is not empty and lies on the canvas.
    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas)
}

/// The parts of the screen.
enum PaneID: String, Sendable, CaseIterable {
    case title, counts, summary, cause, strip, grid, divider, detail, events, status, footer, answer, overlay, question
}
