import FleetModel

extension DashboardState {
    /// Goes to what explains the line under the cursor, or else to what explains most of what is wrong.
    mutating func jumpToCause() {
        guard let target = jumpTarget else {
            return say("nothing explains more than one server")
        }
        let here = view
        if !items.contains(target) {
            show(.problems)
            if !items.contains(target) {
                list.grouping = nil
                follow()
            }
        }
        guard let position = items.firstIndex(of: target) else {
            let isHidden = rows.hidden > 0
            show(here)
            return say(isHidden ? "the filter of the view Problems hides the cause" : "the cause has gone")
        }
        moveCursor(to: position)
    }

    /// The cause of the line under the cursor, or else of most of what is wrong; nil when nothing is known to be one.
    var jumpTarget: BoardItem? { selectedItem.flatMap(cause) ?? strongestCause }

    /// What explains a line; nil when that is not known, or the line is the explanation.
    private func cause(of item: BoardItem) -> BoardItem? {
        switch item {
        case .server(let index):
            if let behind = rows.traits[index].behind { return line(of: rows.traits.group(at: behind)) }
            guard rows.traits[index].state.isProblem else { return nil }
            return causeMembers[index].flatMap { line(of: causeMembers.group($0)) }
        case .group(let id):
            let line = line(of: id)
            return line == item ? nil : line
        case .event(_, let server, _): return server.flatMap { cause(of: .server($0)) }
        case .gateway, .site, .certificate, .eventFold: return nil
        }
    }

    /// A gateway with a problem explains more than that servers are behind it.
    private func line(of group: GroupID) -> BoardItem? {
        switch group {
        case .behind(let id), .cause(.gateway, let id):
            let gateway = id.lowercased()
            return gatewayRows[gateway]?.judgement.state.isProblem == true ? .gateway(gateway) : .group(group)
        case .cause, .verdict, .stale: return .group(group)
        case .site, .tag, .gateway, .owner, .state: return nil
        }
    }

    /// How sure it is that a gateway keeps users out: what the line of the cause says where it is one of the causes, else
    /// what the gateway's own verdict says. Nil when neither says anything.
    func confidence(thatServersAreDownBehind gateway: Gateway.ID) -> Confidence? {
        causes.first { $0.trait == .gateway && $0.value.lowercased() == gateway }?.confidence
            ?? gatewayRows[gateway]?.judgement.headline?.confidence
    }

    /// What the line of the cause speaks of; nil when there is nothing to say.
    var strongestCause: BoardItem? {
        if !causeMembers.causes.isEmpty, let line = line(of: causeMembers.group(0)) { return line }
        if let (name, _) = rows.counts.gatewaysDown.first { return line(of: .behind(name.lowercased())) }
        guard let worst = rows.worst else { return nil }
        let verdict = rows.verdicts.shared(by: rows[worst].judgement).map { $0.count } ?? 1
        return verdict < CommonCauses.fewest ? .server(worst) : rows[worst].judgement.verdictGroup.map { .group($0) }
    }
}
