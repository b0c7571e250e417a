import Drawing
import FleetModel

extension Action {
    /// Who takes care of which problem, and a screen to look at in peace.
    static let attention = [
        Action(
            "acknowledge", [.character("a")], at: [.board, .detail], title: "Ack",
            help: "say that you know of the problem, and why; again takes it back", footer: 7,
            unless: { $0.whyNothingToActUpon }
        ) { state in
            let those = state.actedUpon
            let known = those.filter { state.annotations($0).acknowledgement != nil }
            let others = those.contains {
                state.annotations($0).acknowledgement == nil && Problem(state.rows[$0].judgement) != nil
            }
            guard !known.isEmpty, !others else {
                state.acknowledge(those)
                return []
            }
            state.prompt = .menu(
                Menu(
                    title: "\(state.subject(known)) acknowledged",
                    choices: [
                        Menu.Choice(key: .character("t"), title: "take it back") { state in
                            state.say("not acknowledged any more: \(state.subject(known))")
                            return state.lift(known) { $0.acknowledgement = nil }
                        },
                        Menu.Choice(key: .character("r"), title: "another reason") { state in
                            state.acknowledge(known)
                            return []
                        },
                    ]))
            return []
        },
        Action(
            "mute", [.character("m")], at: [.board, .detail], title: "Mute",
            help: "hear nothing of the server for a while or until a time, and say why; again ends it",
            unless: { $0.whyNothingToActUpon }
        ) { state in
            let those = state.actedUpon
            guard !those.allSatisfy({ state.annotations($0).mute != nil }) else {
                state.say("not muted any more: \(state.subject(those))")
                return state.lift(those) { $0.mute = nil }
            }
            state.prompt = .menu(.muteLengths(of: those))
            return []
        },
        Action(
            "show-attended", [.character("A")], at: [.board], title: "Acked",
            help: "hide acknowledged and muted servers, or show them again"
        ) { state in
            state.shown.rows.hideAttended(!state.rows.hidesAttended, now: state.now)
            state.follow()
            state.say(state.rows.hidesAttended ? "acked and muted servers are hidden" : "all servers are shown")
            return []
        },
        Action(
            "freeze", [.character("p"), .character("Z")], at: [.board, .events, .detail], title: "Freeze",
            help: "let the screen stand still while probing goes on; again goes on", footer: 8
        ) { state in
            state.toggleFreeze()
            state.say(state.backstage == nil ? "live again" : "the screen stands still; probing goes on")
            return []
        },
        Action(
            "stop-probing", [.character("P")], at: [.board, .events, .detail], title: "Stop",
            help: "stop all probing until you press it again; asks before"
        ) { state in
            guard state.stopped == nil else {
                state.stopped = nil
                state.record([.probing(isStopped: false, at: state.clock)])
                state.say("probing goes on")
                return [.resumeProbing]
            }
            state.prompt = .question(
                Question(
                    title: "Stop all probing",
                    lines: [
                        "No server and no gateway is probed any more, until you press the same key again.",
                        "The screen will go on to show what was seen last, and will say so.",
                    ]
                ) { state in
                    state.stopped = state.clock
                    state.record([.probing(isStopped: true, at: state.clock)])
                    return [.stopProbing]
                })
            return []
        },
    ]
}

extension Menu {
    /// For how long to mute servers, one digit for each.
    fileprivate static func muteLengths(of those: [Rows.Index]) -> Menu {
        let offers = zip("12345", MuteLength.offers).map { key, offer in
            Choice(key: .character(key), title: offer.title) { $0.mute(those, offer.length) }
        }
        let time = Choice(key: .character("6"), title: "until a time") { state in
            state.muteUntil(those)
            return []
        }
        return Menu(title: "mute", choices: offers + [time])
    }
}
