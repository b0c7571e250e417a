import Drawing
import FleetModel

extension Action {
    /// Taking something out of the screen.
    static let copying = [
        Action(
            "copy", [.character("y")], at: [.board, .detail], title: "Copy",
            help: "copy the row, host, diagnosis, JSON, remedy, command line or runbook",
            unless: { $0.whyNothingToActUpon }
        ) { state in
            let those = state.actedUpon
            var choices = CopiedText.allCases.filter { $0.exists(of: those, in: state) }.map { part in
                Menu.Choice(key: .character(part.key), title: part.title) { state in
                    [.copy(part.text(of: those, in: state), what: "\(part.title) of \(state.subject(those))")]
                }
            }
            let json = Menu.Choice(key: .character("j"), title: "JSON") { state in
                [.copyReport(those.map { state.rows[$0].server.id }, frozen: state.frozenMoment)]
            }
            choices.append(json)
            choices = state.stepsToCopy + choices
            state.prompt = .menu(Menu(title: "copy", choices: choices))
            return []
        },
        Action(
            "copy-host", [.character("c")], at: [.board, .detail], title: "Copy host",
            help: "copy the name of the host",
            unless: { $0.whyNothingToActUpon }
        ) { state in
            let those = state.actedUpon
            let what = "\(CopiedText.host.title) of \(state.subject(those))"
            return [.copy(CopiedText.host.text(of: those, in: state), what: what)]
        },
    ]
}
