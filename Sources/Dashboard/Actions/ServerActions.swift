import Drawing
import FleetModel

extension Action {
    /// What is done about servers.
    static let servers = [
        Action(
            "probe", [.character("r"), .function(5)], at: [.board, .detail], title: "Probe",
            help: "probe the marked servers, this gateway, or all servers of this line now", footer: 7,
            unless: { $0.gatewayToProbe == nil ? $0.whyNothingToActUpon : nil }
        ) { state in
            state.hasMoved = true
            if let gateway = state.gatewayToProbe {
                state.say("probing \(state.gatewayRows[gateway]?.server.name ?? gateway)")
                return [.probeGateways([gateway])]
            }
            let those = state.actedUpon
            state.say("probing \(state.subject(those))")
            return [.probe(those.map { state.rows[$0].server.id })]
        },
        Action(
            "probe-all", [.character("R"), .control("r")], at: [.board, .detail], title: "Probe all",
            help: "probe all servers now, within the limits"
        ) { state in
            state.say("probing all \(state.rows.count) servers")
            return [.probe((0..<state.rows.count).map { state.rows[$0].server.id })]
        },
        Action(
            "ask-otherwise", [.character("v")], at: [.detail, .overlay], title: "Ask more",
            help: "ask the server in up to four other ways now, after saying what that does", footer: 13,
            unless: { $0.whyNotAskOtherwise }
        ) { state in
            state.askOtherwise()
            return []
        },
        Action(
            "write", [.character("w"), .control("s")], at: [.board, .detail], title: "Write",
            help: "write a report, or the packets and the trace of a server's last failure", footer: 9,
            unless: { $0.rows.marks.isEmpty ? $0.whyNoLine : nil }
        ) { state in
            state.askForPath()
        },
    ]
}
