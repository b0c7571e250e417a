import Drawing
import FleetModel

extension Command {
    /// What codes mean, and which servers are meant.
    static let questions = [
        Command(
            ["explain"], "CODE", help: "say what a code means that users see, and which servers would show it"
        ) { state, code throws(CommandMistake) in
            guard !code.isEmpty else { return try state.obey(actionNamed: "explain") }
            guard state.ask(code) else { throw CommandMistake(text: "name a code, such as explain 0x904 0x7") }
            state.overlay = nil
            state.notice = nil
            return []
        },
        Command(
            ["filter"], "FILTER", help: "show only some servers of this view", words: { $0.filterWords }
        ) { state, text throws(CommandMistake) in
            guard !text.isEmpty else { return try state.obey(actionNamed: "filter") }
            try state.obey(filter: text)
            return []
        },
    ]

    /// The views by their names, each with a filter if there is one behind it.
    static let views = ViewTable.views.map { view in
        Command(
            [view.id.rawValue], "FILTER", help: "show the view \(view.title), filtered", words: { $0.filterWords }
        ) { state, text throws(CommandMistake) in
            if let mistake = Filter.parseWhileTyping(text).mistake { throw CommandMistake(text: mistake.text) }
            state.answer = nil
            state.overlay = nil
            state.show(view.id)
            if !text.isEmpty { try state.obey(filter: text) }
            return []
        }
    }

    /// Who takes care.
    static let attention = [
        Command(
            ["mute"], "TIME [REASON]", help: "mute for 15m, 1h, 4h or 1d, until 18:00, or until ok",
            words: { _ in MuteLength.offers.map(\.word) + ["18:00"] }
        ) { state, text throws(CommandMistake) in
            guard !text.isEmpty else { return try state.obey(actionNamed: "mute") }
            if let obstacle = ActionTable.action("mute").flatMap({ state.whyNot($0) }) {
                throw CommandMistake(text: obstacle)
            }
            let (word, reason) = DashboardState.split(text)
            guard let length = state.muteLength(word) else {
                throw CommandMistake(text: "\(CleanText.clean(word, limit: 20)): not a time; \(MuteLength.forms)")
            }
            return state.mute(state.actedUpon, length, because: reason.isEmpty ? nil : reason)
        }
    ]

    /// How it looks.
    static let looks = [
        Command(
            ["theme"], "NAME", help: "show other colours: \(Theme.names)",
            words: { _ in Theme.allCases.map(\.rawValue) }
        ) { state, name throws(CommandMistake) in
            guard !name.isEmpty else { return try state.obey(actionNamed: "theme") }
            guard let theme = Theme(rawValue: name.lowercased()) else {
                let shown = CleanText.clean(name, limit: 40)
                let hint = Spelling.nearest(to: name, in: Theme.allCases.map(\.rawValue))
                throw CommandMistake(
                    text: "\(shown) is no theme; " + (hint.map { "did you mean \($0)?" } ?? "there are \(Theme.names)"))
            }
            return state.use(theme)
        }
    ]

    /// Reports, and the way out that people's fingers know.
    static let files = [
        Command(
            ["write", "w"], "FILE", help: "write a report; the end of its name chooses the format", takesPath: true
        ) { state, path throws(CommandMistake) in
            state.write(to: path)
        },
        Command(["quit", "q"], "", help: "quit at once") { _, text throws(CommandMistake) in
            guard text.isEmpty else { throw CommandMistake(text: "quit takes nothing behind it") }
            return [.quit]
        },
    ]
}

extension DashboardState {
    /// Filters the view in front by a text, or says what is wrong with it.
    fileprivate mutating func obey(filter text: String) throws(CommandMistake) {
        if let mistake = Filter.parseWhileTyping(text).mistake { throw CommandMistake(text: mistake.text) }
        setFilter(text)
    }

    /// The words of a filter that can be completed: states, layers and the fleet's own sites.
    var filterWords: [String] {
        let sites = Set((0..<rows.count).compactMap { rows[$0].server.site }).sorted()
        let bare = sites.filter { site in site.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) } }
        return Filter.StateWord.allCases.map { "is:\($0.rawValue)" } + Layer.allCases.map { "layer:\($0.rawValue)" }
            + bare.map { "site:\($0)" }
    }
}
