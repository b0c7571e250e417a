import Drawing
import FleetModel

/// The heading of servers that belong together: how many, what they have in common, since when and how sure that is.
enum GroupLine {
    /// The line of a group: `[+] DOWN  17 servers: behind rdgw-fra-1 (TCP 443 refused)   11m  certain`.
    static func line(_ id: GroupID, _ state: DashboardState, width: Int) -> Line {
        guard let group = state.board.groups[id] else { return Line() }
        let head = head(group, width: width)
        let tails = tails(id, group, state)
        let bodies = bodies(id, group, state)
        // What it is comes before since when.
        for (body, tail) in bodies.flatMap({ body in tails.map { (body, $0) } }) {
            let room = width - head.width - body.width
            if tail.width <= room { return head.adding(body).adding(pad("", to: room - tail.width)).adding(tail) }
        }
        return head.adding(bodies.last ?? Line())
    }

    /// The sign of the fold, and the worst state.
    private static func head(_ group: BoardGroup, width: Int) -> Line {
        let worst = group.counts.worst
        let sign = group.isOpen ? "[-]" : "[+]"
        guard width >= 30 else { return Line(sign, .key).adding(worst.sign, worst.role) }
        return Line(sign + " ", .key).adding(
            pad(width >= 60 ? worst.word : worst.sign, to: width >= 60 ? 6 : 2), worst.role)
    }

    /// How many and what, the fullest form first.
    private static func bodies(_ id: GroupID, _ group: BoardGroup, _ state: DashboardState) -> [Line] {
        let count = group.members.count
        let servers = "\(count) \(count == 1 ? "server" : "servers")"
        switch id {
        case .behind, .cause, .verdict:
            // While the order is held, those that have recovered still stand here.
            let left = count - group.counts.ok
            let some = left == count ? servers : "\(left) of \(servers)"
            return words(id, group, state).map { Line(some + $0, .strong) } + [Line("\(left) \(id.name)", .strong)]
        case .stale: return [Line("\(servers): \(id.name)", .strong), Line("\(count) \(id.name)", .strong)]
        case .site, .tag, .gateway, .owner, .state:
            let name = Line(id.name, .strong)
            let long = name.adding("  \(servers)").adding(counts(group.counts) { $0.word + " " })
            return [long, name.adding(" \(count)").adding(counts(group.counts) { $0.sign }), name.adding(" \(count)")]
        }
    }

    /// What the servers of a fold have in common, as it goes on behind their number.
    private static func words(_ id: GroupID, _ group: BoardGroup, _ state: DashboardState) -> [String] {
        switch id {
        case .behind(let gateway):
            let status = state.gatewayRows[gateway]
            let name = status?.server.name ?? gateway
            let verdict = status?.judgement.headline.map { [": behind \(name) (\($0.short))"] } ?? []
            return verdict + [": behind \(name)"]
        case .cause:
            guard let cause = state.causeMembers.cause(of: id) else { return [": \(id.name)"] }
            return [cause.statement, cause.short].map { cause.withoutNumbers($0) }
        case .verdict(_, _, let short):
            let shared = group.members.first.flatMap { state.rows.verdicts.shared(by: state.rows[$0].judgement) }
            return (shared?.forms ?? [short]).map { ": \($0)" }
        case .stale, .site, .tag, .gateway, .owner, .state: return [": \(id.name)"]
        }
    }

    /// Since when, how sure, and how many of them somebody knows of, the fullest form first.
    private static func tails(_ id: GroupID, _ group: BoardGroup, _ state: DashboardState) -> [Line] {
        let age = group.since.map { Span.seconds(max(0, state.now.second - $0)).compact }
        switch id {
        case .behind, .cause, .verdict, .stale:
            let sure = sureness(id, state)
            // What began at one time says so itself.
            let isDated = state.causeMembers.cause(of: id)?.trait == .firstFailure
            let since = isDated ? "" : age.map { "  since \($0)" } ?? ""
            let known = acknowledged(group.counts)
            return [
                Line(since + (sure.map { "  \($0)" } ?? ""), .dim).adding(known),
                Line(sure.map { "  \($0)" } ?? since, .dim).adding(known),
                Line(sure.map { "  \($0)" } ?? since, .dim), Line(),
            ].map { $0.adding(" ", .dim) }
        case .site, .tag, .gateway, .owner, .state: return [Line()]
        }
    }

    /// How sure it is that they belong together.
    private static func sureness(_ id: GroupID, _ state: DashboardState) -> String? {
        switch id {
        case .behind(let gateway): state.confidence(thatServersAreDownBehind: gateway)?.rawValue
        case .cause: state.causeMembers.cause(of: id)?.confidence.rawValue
        case .verdict: "same verdict"
        case .stale, .site, .tag, .gateway, .owner, .state: nil
        }
    }

    /// `  DOWN 17  WARN 2`, without what there is none of.
    private static func counts(_ counts: GroupCounts, _ word: (ServerState) -> String) -> Line {
        ServerState.allCases.filter { $0 != .ok && counts[$0] > 0 }.reduce(Line()) { line, state in
            line.adding("  \(word(state))\(counts[state])", state.role)
        }.adding(acknowledged(counts)).adding(counts.muted == 0 ? "" : "  muted \(counts.muted)", .muted)
    }

    /// `  acked 7`; nothing when nobody knows of any.
    private static func acknowledged(_ counts: GroupCounts) -> Line {
        Line(counts.acknowledged == 0 ? "" : "  acked \(counts.acknowledged)", .acknowledged)
    }
}

extension SharedCause {
    /// What the servers have in common, without how many of how many they are: the heading says that of those on the
    /// screen. ` sit behind rdgw-fra-1; 0 of 6 healthy do`, or a colon and the statement.
    fileprivate func withoutNumbers(_ statement: String) -> String {
        let words = [ServerState.down, .warning].map { "\(failing) of \(failingTotal) \($0.failingWord)" }
        guard let head = words.first(where: statement.hasPrefix) else { return ": \(statement)" }
        return String(statement.dropFirst(head.count))
    }
}
