import FleetModel

extension DashboardState {
    /// What the view in front is grouped by.
    var grouping: Grouping { list.grouping ?? ViewTable[view].groupings.first ?? .none }

    /// Whether the servers of a group stand below its heading.
    func isOpen(_ group: GroupID) -> Bool { group.isOpenAtFirst != list.turned.contains(group) }

    /// The servers that a line is about, in the order of the screen; none when it is about something else.
    func servers(of item: BoardItem) -> [Rows.Index] {
        switch item {
        case .server(let index): [index]
        case .group(let id), .site(let id): board.groups[id]?.members ?? []
        case .certificate(let fingerprint): certificates[fingerprint]?.servers ?? []
        case .event(_, let server, _): server.map { [$0] } ?? []
        case .eventFold(let id): shownStories[id].map(servers) ?? []
        case .gateway: []
        }
    }

    /// The servers that a story is about, each once, in its order.
    private func servers(of story: EventFold) -> [Rows.Index] {
        var seen: Set<Rows.Index> = []
        return story.numbers.compactMap { item(ofEvent: $0).server }.filter { seen.insert($0).inserted }
    }

    /// The servers on the screen, in its order, and those folded away under its headings. A view that has none writes all
    /// that the filter leaves.
    var shownServers: [Server.ID] {
        var shown: [Rows.Index] = []
        for item in items {
            switch item {
            case .server(let index): shown.append(index)
            case .group(let id): if let group = board.groups[id], !group.isOpen { shown += group.members }
            case .gateway, .site, .certificate, .event, .eventFold: break
            }
        }
        // What is unfolded there is not what the view is about.
        let isOfOthers = view == .certificates || view == .events
        let isOfServers = !isOfOthers && (!shown.isEmpty || view == .all || view == .problems)
        return (isOfServers ? shown : rows.order).map { rows[$0].server.id }
    }

    /// The heading that a line is, or that its server stands below; nil when there is none.
    var groupUnderCursor: GroupID? {
        switch selectedItem {
        case .group(let id): return id
        case .server(let index):
            guard board.isBelowHeading(index) else { return nil }
            return board.groups.first { $0.value.isOpen && $0.value.members.contains(index) }?.key
        case .gateway, .site, .certificate, .event, .eventFold, nil: return nil
        }
    }

    /// Groups the view in front by something else.
    mutating func group(by grouping: Grouping) {
        list.grouping = grouping
        follow()
    }

    /// Folds or unfolds a group; the cursor goes to its heading when it stood below it.
    mutating func setOpen(_ group: GroupID, _ isOpen: Bool) {
        guard isOpen != self.isOpen(group) else { return }
        list.turned.formSymmetricDifference([group])
        hasMoved = true
        follow()
    }

    /// Unfolds all groups of the view; folds all when all are unfolded.
    mutating func turnAllGroups() {
        let closed = board.groups.filter { !$0.value.isOpen }.keys
        list.turned.formSymmetricDifference(closed.isEmpty ? Set(board.groups.keys) : Set(closed))
        hasMoved = true
        follow()
    }
}

extension DashboardState {
    /// The gateway that is to be probed when somebody asks for it here; nil when servers are.
    var gatewayToProbe: Gateway.ID? { isDetailOpen || rows.marks.isEmpty ? selectedGateway : nil }

    /// Why the line under the cursor cannot be explained; nil when it can.
    var whyNoExplanation: String? {
        switch selectedItem {
        case .site: "3/9: failed at 3 of 9 that were tried; !2/9: a warning at 2, failed at none; Enter shows them"
        case .eventFold: "this line stands for several events; Enter shows them"
        case .event(_, nil, nil): "this event is about our own side: its line says all that is known"
        case .server, .gateway, .group, .certificate, .event, nil: whyNoLine
        }
    }
}
