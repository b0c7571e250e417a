import Drawing
import FleetModel

/// What the servers under a heading have in common, how sure that is, and what is wrong with the first of them.
enum GroupText {
    /// The most servers that are named.
    private static let mostNamed = 60

    /// The title of the explanation.
    static func title(_ id: GroupID, _ state: DashboardState) -> String {
        let count = state.board.groups[id]?.members.count ?? 0
        let servers = "\(count) \(count == 1 ? "server" : "servers")"
        switch id {
        case .behind(let gateway):
            return "why \(servers) behind \(state.gatewayRows[gateway]?.server.name ?? gateway) are down"
        case .cause: return "what \(servers) share"
        case .verdict: return "what \(servers) have"
        case .stale: return "why \(servers) show what is old"
        case .site, .tag, .gateway, .owner, .state: return "\(id.name): \(servers)"
        }
    }

    /// The lines about a heading, broken to a width; none when it is not on the screen any more.
    static func lines(_ id: GroupID, _ state: DashboardState, width: Int) -> [Line] {
        guard let group = state.board.groups[id], let first = group.members.first else { return [] }
        let subject = self.subject(id, first, state, width: width)
        var lines = common(id, group, state, subject)
        let states = ServerState.allCases.filter { group.counts[$0] > 0 }.map { "\($0.word) \(group.counts[$0])" }
        let muted = group.counts.muted > 0 ? ["muted \(group.counts.muted)"] : []
        lines += subject.field("states", (states + muted).joined(separator: ", "), group.counts.worst.role)
        if let since = group.since {
            let age = Span.seconds(max(0, state.now.second - since))
            let began = Instant(milliseconds: since * 1000)
            lines += subject.field(
                "since", "\(age == .zero ? "0s" : age.spoken), the first at \(began.dateText) \(began.timeText)Z")
        }
        lines += finding(id, subject)
        return lines + members(group, state, subject)
    }

    /// The gateway for those that are down behind it; else the first server, which stands for the others.
    private static func subject(
        _ id: GroupID, _ first: Rows.Index, _ state: DashboardState, width: Int
    ) -> DetailSubject {
        var status = state.rows[first]
        if case .behind(let gateway) = id, let row = state.gatewayRows[gateway] { status = row }
        return DetailSubject(
            status: status, gateway: state.gateway(of: status.server), now: state.now, glyphs: state.glyphs,
            width: width)
    }

    private static func common(
        _ id: GroupID, _ group: BoardGroup, _ state: DashboardState, _ subject: DetailSubject
    ) -> [Line] {
        switch id {
        case .behind(let gateway):
            let confidence = state.confidence(thatServersAreDownBehind: gateway)
            return subject.field(
                "shared", "users reach them only through \(subject.status.server.name), which is down", .strong)
                + (confidence.map { subject.field("how sure", $0.clause, .dim) } ?? [])
        case .cause:
            guard let cause = state.causeMembers.cause(of: id) else { return [] }
            return subject.field("shared", cause.statement, .strong)
                + subject.field("how sure", cause.confidence.clause, .dim)
                + (cause.reasons.map { subject.field("why", $0) } ?? [])
                + (cause.blastRadius.map { subject.field("others", $0) } ?? [])
        case .verdict(_, _, let short):
            return subject.field("shared", short, .strong)
                + subject.field(
                    "how sure", "that the verdict is the same is certain; that one thing is behind it is not said", .dim
                )
        case .stale: return subject.field("shared", "not probed for long: what their rows show is old", .strong)
        case .site, .tag, .gateway, .owner, .state: return []
        }
    }

    /// The verdict in full, of the gateway or of one server.
    private static func finding(_ id: GroupID, _ subject: DetailSubject) -> [Line] {
        guard let headline = subject.status.judgement.headline else { return [] }
        let name = subject.status.server.displayName
        let title: String
        switch id {
        case .behind: title = "The gateway"
        case .cause, .verdict: title = "One of them: \(name)"
        case .stale, .site, .tag, .gateway, .owner, .state: return []
        }
        return [Line()] + wrap(title, to: max(8, subject.width - 1)).map { Line(" " + $0, .heading) }
            + FindingText(headline, subject).whole
    }

    private static func members(_ group: BoardGroup, _ state: DashboardState, _ subject: DetailSubject) -> [Line] {
        let names = group.members.prefix(mostNamed).map { state.rows.displayName($0) }.joined(separator: ", ")
        let rest = group.members.count - mostNamed
        return [Line()] + subject.field("servers", rest > 0 ? "\(names) and \(rest) more" : names, .dim)
    }
}
