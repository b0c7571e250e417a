/// All panes in the order in which they are drawn; the last lies on top.
enum PaneTable {
    /// Each pane once.
    static let panes: [any Pane] = [
        TitlePane(), CountsPane(), SummaryPane(), CausePane(), StripPane(), GridPane(), DividerPane(), DetailPane(),
        EventsPane(), StatusPane(), FooterPane(), AnswerPane(), OverlayPane(), QuestionPane(),
    ]
}
