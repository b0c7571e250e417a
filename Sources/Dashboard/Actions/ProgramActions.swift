import Drawing

extension Action {
    /// Help, the way back and out, and what every program of the terminal understands.
    static let program = [
        Action(
            "help", [.character("?"), .function(1)], at: .everywhere, title: "Help",
            help: "show all keys and what the signs mean", footer: 0
        ) { state in
            state.openOverlay(.help)
            return []
        },
        Action(
            "stats", [], at: .everywhere, title: "Stats",
            help: "show what rdptop itself costs: processor, memory, probes, bytes to the terminal"
        ) { state in
            state.openOverlay(.stats)
            return []
        },
        Action(
            "run-listed", [.enter], at: [.help], title: "Do", help: "do what stands under the cursor", footer: 1
        ) { state in
            state.runFromHelp()
        },
        Action(
            "find-in-help", [.character("/")], at: [.help], title: "Find", help: "show only the lines with some words",
            footer: 2
        ) { state in
            state.prompt = .help(LineEdit(state.help.query))
            return []
        },
        Action(
            "find", [.character("/")], at: [.overlay], title: "Find", help: "find a text in what is explained"
        ) { state in
            state.prompt = .find(LineEdit(state.overlaySearch), before: state.overlayScroll)
            return []
        },
        Action(
            "find-next", [.character("n")], at: [.overlay], title: "Next",
            help: "go to the next line that has the text",
            unless: { $0.overlaySearch.isEmpty ? "nothing is looked for" : nil }
        ) { state in
            state.findAgain(1)
            return []
        },
        Action(
            "find-previous", [.character("N")], at: [.overlay], title: "Previous", help: "go to the line before",
            unless: { $0.overlaySearch.isEmpty ? "nothing is looked for" : nil }
        ) { state in
            state.findAgain(-1)
            return []
        },
        Action(
            "back", [.character("q")], at: .everywhere, title: "Back",
            help: "one step back: close, or clear the filter; in the list, quit", footer: 11
        ) { state in
            state.goBack(orQuit: true)
        },
        Action(
            "close", [.escape], at: .everywhere, title: "Close", help: "one step back like q, but never quits"
        ) { state in
            state.goBack(orQuit: false)
        },
        Action("quit", [.character("Q")], at: .everywhere, title: "Quit", help: "quit at once") { _ in [.quit] },
        Action(
            "interrupt", [.control("c")], at: .everywhere, title: "Quit", help: "leave a prompt, or quit"
        ) { _ in
            [.quit]
        },
        Action(
            "suspend", [.control("z")], at: .everywhere, title: "Suspend", help: "suspend; fg brings it back"
        ) { _ in
            [.suspend]
        },
        Action(
            "repaint", [.control("l")], at: .everywhere, title: "Repaint", help: "paint the screen anew"
        ) { _ in
            [.repaint]
        },
    ]
}
