import Drawing

/// Where the user is in the help.
struct HelpState: Sendable, Equatable {
    /// The words that a line must have to be shown; empty for all lines.
    var query = ""
    /// The action under the cursor, and the line that stands on top.
    var cursor = PageCursor()

    /// The words one by one.
    var words: [String] { query.lowercased().split(separator: " ").map(String.init) }
}

extension DashboardState {
    /// The help as it is laid out now, and how many of its lines are in sight.
    var helpPage: (page: HelpPage, height: Int) {
        let frame = OverlayFrame(Arrangement.overlay(in: Rect(size: size), isTyping: prompt != nil))
        return (HelpPage(self, width: frame.textWidth), frame.inside.height)
    }

    /// Moves in the help.
    mutating func moveInHelp(_ motion: Motion) {
        let (page, height) = helpPage
        help.cursor.move(motion, on: page.layout(height: height))
    }

    /// Keeps the action under the cursor in sight when the screen has another size.
    mutating func layOutHelp() {
        guard overlay == .help else { return }
        let (page, height) = helpPage
        help.cursor.keepInView(on: page.layout(height: height))
    }

    /// Takes a key while words to find are being typed.
    mutating func typeHelp(_ key: Key, _ line: LineEdit) {
        switch key {
        case .enter: prompt = nil
        case .escape:
            prompt = nil
            help = HelpState()
        case .control("c"): prompt = nil
        case .up: moveInHelp(.up)
        case .down: moveInHelp(.down)
        case .pageUp: moveInHelp(.pageUp)
        case .pageDown: moveInHelp(.pageDown)
        case .character, .control, .function, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home, .end:
            var line = line
            line.take(key)
            prompt = .help(line)
            if line.text != help.query { help = HelpState(query: line.text) }
        }
    }

    /// Closes the help and does what stands under its cursor, or says why that cannot be.
    mutating func runFromHelp() -> [Effect] {
        let page = helpPage.page
        guard page.entries.indices.contains(help.cursor.entry) else {
            say("nothing to do here")
            return []
        }
        let action = page.entries[help.cursor.entry].action
        overlay = nil
        follow()
        // The way back leads out of the help, and no further.
        guard action.id != "back", action.id != "close" else { return [] }
        if let obstacle = whyNot(action) {
            say(obstacle)
            return []
        }
        return action.perform(&self)
    }
}
