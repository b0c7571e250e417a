import Drawing

/// The box of a question, as large as what it says and no larger than the screen.
struct QuestionPane: Pane {
    let id = PaneID.question

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        guard case .question(let question)? = state.prompt else { return }
        let frame = OverlayFrame(rect)
        let lines = Self.lines(question, width: frame.textWidth)
        let hidden = max(0, lines.count - frame.inside.height - question.scroll)
        frame.draw(
            title: question.title, wayBack: "y: yes  any other key: no", hidden: hidden, glyphs: state.glyphs,
            on: &canvas)
        lines.draw(from: question.scroll, in: frame.inside, on: &canvas, glyphs: state.glyphs)
    }

    /// Where the box stands: above the status line, and not at all where there is no room for one.
    static func rect(for question: Question, in bounds: Rect) -> Rect? {
        var rest = bounds
        _ = rest.cutBottom(2)
        guard rest.height >= 5 else { return nil }
        let wanted = lines(question, width: OverlayFrame(rest).textWidth).count + 2
        return rest.cutBottom(max(6, min(wanted, rest.height)))
    }

    /// How many lines of it fit.
    static func room(for question: Question, _ state: DashboardState) -> Int {
        guard let rect = rect(for: question, in: Rect(size: state.size)) else { return 1 }
        return max(1, OverlayFrame(rect).inside.height)
    }

    /// The last line that may stand on top.
    static func last(of question: Question, _ state: DashboardState) -> Int {
        guard let rect = rect(for: question, in: Rect(size: state.size)) else { return 0 }
        let frame = OverlayFrame(rect)
        return max(0, lines(question, width: frame.textWidth).count - frame.inside.height)
    }

    private static func lines(_ question: Question, width: Int) -> [Line] {
        question.lines.flatMap { wrap($0, to: max(8, width - 2)) }.map { Line(" " + $0) }
    }
}
