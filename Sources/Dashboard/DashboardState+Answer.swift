import Drawing
import FleetModel

extension DashboardState {
    /// Asks what a code means and opens its page; false when the text is no code.
    mutating func ask(_ question: String) -> Bool {
        let statuses = (0..<rows.count).map { rows[$0] }
        guard let found = setup.explainer.answer(question, statuses, now) else { return false }
        // A page that leads to another leads back to where the first was asked for.
        let origin =
            answer?.origin
            ?? AnswerPage.Origin(
                selected: selectedItem, isDetailOpen: isDetailOpen, detailTab: detailTab, detailScrolls: detailScrolls)
        answer = AnswerPage(
            question: question, answer: found, asked: now, origin: origin, rows: rows, width: answerFrame.textWidth)
        return true
    }

    /// Asks the same again, of what is known now.
    mutating func askAgain() {
        guard let page = answer, ask(page.question) else { return }
        say("asked again")
    }

    /// Opens the server under the page's cursor; the page waits behind its details.
    mutating func openFromAnswer() {
        guard let row = answer?.row else { return say("no server to open here") }
        answer?.isInFront = false
        hasMoved = true
        selected = row
        openDetails()
        follow()
    }

    /// Goes back from the details to the page that they were opened from; false when there is none.
    mutating func returnToAnswer() -> Bool {
        guard let page = answer, !page.isInFront else { return false }
        answer?.isInFront = true
        restore(page.origin)
        return true
    }

    /// Closes the page.
    mutating func closeAnswer() {
        guard let page = answer else { return }
        answer = nil
        restore(page.origin)
    }

    private mutating func restore(_ origin: AnswerPage.Origin) {
        selectedItem = origin.selected
        isDetailOpen = origin.isDetailOpen
        detailTab = origin.detailTab
        detailScrolls = origin.detailScrolls
        follow()
    }

    /// Moves on the page.
    mutating func moveOnAnswer(_ motion: Motion) {
        let height = answerFrame.inside.height
        answer?.move(motion, height: height)
    }

    /// Lays the page out anew when the screen has another size.
    mutating func layOutAnswer() {
        let frame = answerFrame
        let rows = rows
        answer?.layOut(rows: rows, width: frame.textWidth, height: max(1, frame.inside.height))
    }

    /// The frame of the page on a screen of this size.
    var answerFrame: OverlayFrame { OverlayFrame(Arrangement.overlay(in: Rect(size: size), isTyping: prompt != nil)) }
}
