import Drawing

extension Action {
    /// What the terminal does besides showing characters.
    static let terminal = [
        Action(
            "mouse", [.character("M")], at: .everywhere, title: "Mouse",
            help: "switch the mouse on or off; while on, select text with Shift held"
        ) { state in
            state.isMouseOn.toggle()
            let key =
                ActionTable.action("mouse").flatMap { state.keys.keys(of: $0).first }.map {
                    "; \($0.name): off"
                } ?? ""
            state.say(
                state.isMouseOn
                    ? "mouse on: click selects, click again opens, wheel scrolls\(key)"
                    : "mouse off: the terminal selects text again")
            return [.mouse(state.isMouseOn)]
        },
        Action(
            "plain-text", [.character("Y")], at: .everywhere, title: "Text",
            help: "show the screen as plain text, to select it with the mouse; Enter comes back"
        ) { state in
            [.showText(state.plainText)]
        },
        Action(
            "theme", [.character("T")], at: .everywhere, title: "Theme",
            help: "show other colours: \(Theme.names)"
        ) { state in
            state.prompt = .menu(Menu(title: "theme", choices: themes))
            return []
        },
    ]

    private static let themes = zip("dlmch", Theme.allCases).map { key, theme in
        Menu.Choice(key: .character(key), title: theme.rawValue) { state in
            state.use(theme)
        }
    }
}

extension DashboardState {
    /// Shows everything in other colours, and says that they are kept, or how to have them again.
    mutating func use(_ theme: Theme) -> [Effect] {
        self.theme = theme
        chosenTheme = theme
        let name = theme.rawValue
        let again = setup.isArrangementKept ? ", kept for the next run" : "; --theme \(name) asks for it from the start"
        say("theme \(name)\(again)")
        return [.theme(theme)]
    }
}
