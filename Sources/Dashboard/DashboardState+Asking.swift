import Drawing
import FleetModel

extension DashboardState {
    /// Why the server that is read cannot be asked in other ways; nil when it can.
    var whyNotAskOtherwise: String? {
        guard isDetailOpen || overlay == .explain, overlay == nil || overlay == .explain else {
            return "only a server is asked in other ways: in its details, or where it is explained"
        }
        guard let selected else {
            return selectedGateway == nil ? whyNoRow : "a gateway is not asked in other ways"
        }
        let server = rows[selected].server
        if server.path == .gateway { return "\(server.displayName) is behind a gateway and not probed itself" }
        guard rows[selected].canBeAskedOtherwise else {
            return "its last probe made no connection, so it cannot be asked in other ways"
        }
        return stopped.map { _ in
            "probing is stopped; \(keys.name(of: "stop-probing") ?? ":stop-probing") lets it go on"
        }
    }

    /// Says what asking the server in other ways does to it, and does it when the user wants it then.
    mutating func askOtherwise() {
        guard let selected else { return }
        let server = rows[selected].server
        var lines = AskingOtherwise.lines(server)
        if backstage != nil { lines.append("The screen stands still, and shows the results when it goes on.") }
        prompt = .question(
            Question(title: "Ask \(server.displayName) in other ways", lines: lines) { state in
                if state.overlay == .explain { state.overlayScroll = state.lineOfOtherWays }
                return [.askOtherwise(server.id)]
            })
    }

    /// Where the explanation says what asking otherwise has shown.
    private var lineOfOtherWays: Int {
        let width = OverlayFrame(Arrangement.overlay(in: Rect(size: size), isTyping: false)).textWidth
        return ExplanationText.lineOfOtherWays(self, width: width)
    }
}

extension ServerStatus {
    /// Whether the last probe made a connection; without one, asking otherwise would show the same.
    var canBeAskedOtherwise: Bool { snapshot?.tcp.map { $0.failure == nil } ?? false }
}

/// What to know before a server is asked in other ways.
enum AskingOtherwise {
    /// How many connections, and what the server's log may say of them: events that are documented, not measured by us.
    static func lines(_ server: Server) -> [String] {
        [
            "Makes up to four connections to \(server.displayName), port \(server.port), a second apart. Each asks for "
                + "something else than the regular probe: other protocols, older TLS, no server name, no cookie. "
                + "None of them logs on.",
            "Each may be seen in the server's log: in Windows as a new connection (RdpCoreTS 131, "
                + "RemoteConnectionManager 261), where it refuses old TLS also as Schannel 36874; xrdp writes a few "
                + "lines.",
        ]
    }
}
