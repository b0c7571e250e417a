import Drawing

extension Action {
    /// Moving the cursor, or scrolling a text.
    static let motions = [
        motion("down", .down, [.character("j"), .down, .control("n")], "Down", "move down, or scroll"),
        motion("up", .up, [.character("k"), .up, .control("p")], "Up", "move up, or scroll"),
        motion("page-down", .pageDown, [.pageDown, .control("f")], "Page down", "move down one page"),
        motion("page-up", .pageUp, [.pageUp, .control("b")], "Page up", "move up one page"),
        motion("half-page-down", .halfPageDown, [.control("d")], "Half down", "move down half a page"),
        motion("half-page-up", .halfPageUp, [.control("u")], "Half up", "move up half a page"),
        motion("top", .top, [.character("g"), .home], "Top", "go to the top"),
        motion("bottom", .bottom, [.character("G"), .end], "Bottom", "go to the bottom"),
        Action(
            "next-problem", [.character("e")], at: [.board, .detail], title: "NextBad",
            help: "go to the next server with a problem", footer: 3
        ) { state in
            state.goToProblem(1)
            return []
        },
        Action(
            "previous-problem", [.character("E")], at: [.board, .detail], title: "PrevBad",
            help: "go to the previous server with a problem"
        ) { state in
            state.goToProblem(-1)
            return []
        },
        Action(
            "next-server", [.character("J")], at: [.detail], title: "Next",
            help: "go to the next server", footer: 5
        ) { state in
            state.step(1)
            return []
        },
        Action(
            "previous-server", [.character("K")], at: [.detail], title: "Prev",
            help: "go to the previous server", footer: 6
        ) { state in
            state.step(-1)
            return []
        },
    ]

    private static func motion(
        _ id: String, _ motion: Motion, _ keys: [Key], _ title: String, _ help: String,
        at places: Set<Place> = .everywhere
    ) -> Action {
        Action(id, keys, at: places, title: title, help: help) { state in
            state.move(motion)
            return []
        }
    }
}
