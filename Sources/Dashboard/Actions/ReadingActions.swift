import Drawing

extension Action {
    /// Opening things, and finding out what they mean.
    static let reading = [
        Action(
            "open", [.enter], at: [.board], title: "Open",
            help: "open the server, the gateway or the site; fold or unfold a heading, a certificate or a story",
            footer: 2,
            unless: { $0.whyNoLine }
        ) { state in
            state.openSelected()
            return []
        },
        Action(
            "explain", [.character("x")], at: [.board, .detail], title: "Why",
            help: "explain this line: its state, every letter of its row, what its servers share", footer: 4,
            unless: { $0.whyNoExplanation }
        ) { state in
            state.hasMoved = true
            state.openOverlay(.explain)
            return []
        },
        Action(
            "ask-code", [.character(":")], at: [.board, .events, .detail], title: "Code",
            help: "ask what a user's error code means, or give a command", footer: 8
        ) { state in
            state.prompt = .command(CommandLine())
            return []
        },
        Action(
            "open-listed", [.enter], at: [.answer], title: "Open", help: "open the server under the cursor", footer: 1
        ) { state in
            state.openFromAnswer()
            return []
        },
        Action(
            "ask-again", [.character("r"), .function(5)], at: [.answer], title: "Again",
            help: "ask the same of what is known now", footer: 2
        ) { state in
            state.askAgain()
            return []
        },
        Action(
            "ask-another", [.character(":")], at: [.answer], title: "Code", help: "ask for another code", footer: 3
        ) { state in
            state.prompt = .command(CommandLine())
            return []
        },
    ]
}
