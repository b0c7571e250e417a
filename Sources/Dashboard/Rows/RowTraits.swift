import FleetModel

/// What rows are folded, grouped and counted by, as small numbers: ten thousand of them are compared in the time that
/// a few texts take.
struct RowTraits: Sendable {
    /// A group, by its place among all that there are.
    typealias Place = Int

    /// What is known of one row.
    struct Row: Sendable {
        var state = ServerState.unknown
        /// Whether nobody wants to hear of it.
        var isMuted = false
        /// Whether somebody knows of its problem.
        var isAcknowledged = false
        /// Whether somebody takes care of it, or nobody wants to hear of it.
        var isAttendedTo = false
        /// In seconds since 1970; nil before the first probe.
        var since: Int64?
        /// From when on what the row shows is old.
        var staleAfter: Instant?
        /// The servers that are down behind the same gateway; nil when it is not.
        var behind: Place?
        /// Those with the same problem; nil when it has none.
        var verdict: Place?
        /// The layers that failed.
        var failed = LayerSet()
        /// The layers that passed with a warning.
        var warned = LayerSet()
        /// The layers that were tried, with success or not.
        var tried = LayerSet()
    }

    /// What the fleet file says of one row.
    struct Home: Sendable {
        var site: Place
        var tag: Place
        var tags: [Place]
        var gateway: Place
        var owner: Place
    }

    private var names = GroupPlaces()
    private var rows: [Row]
    private var homes: [Home] = []
    private var states: [ServerState: Place] = [:]

    /// Rows of which nothing is known yet.
    init(servers: [Server]) {
        rows = Array(repeating: Row(), count: servers.count)
        var names = GroupPlaces()
        homes = servers.map { server in
            let tags = server.tags.isEmpty ? [nil] : server.tags.map(Optional.some)
            let places = tags.map { names.hold(.tag($0)) }
            return Home(
                site: names.hold(.site(server.site)), tag: places[0], tags: places,
                gateway: names.hold(.gateway(server.gatewayID)), owner: names.hold(.owner(server.owner)))
        }
        for state in ServerState.allCases { states[state] = names.hold(.state(state)) }
        self.names = names
    }

    /// One row.
    subscript(index: Rows.Index) -> Row { rows[index] }

    /// What the fleet file says of one row.
    func home(_ index: Rows.Index) -> Home { homes[index] }

    /// The group at a place.
    func group(at place: Place) -> GroupID { names[place] }

    /// How many places there are; some may be free.
    var placeCount: Int { names.count }

    /// Whether a row has a problem, or shows what is no longer known, and people want to hear of it.
    func isProblem(_ index: Rows.Index, now: Instant) -> Bool {
        !rows[index].isMuted && (rows[index].state.isProblem || isStale(index, now: now))
    }

    /// Whether a row has a problem that nobody attends to.
    func asksForSomebody(_ index: Rows.Index) -> Bool { rows[index].state.isProblem && !rows[index].isAttendedTo }

    /// Whether a row shows what is no longer known.
    func isStale(_ index: Rows.Index, now: Instant) -> Bool {
        guard let staleAfter = rows[index].staleAfter else { return false }
        return now > staleAfter
    }

    /// Whether a row that was fresh at one time is not at a later one.
    func becomesStale(after earlier: Instant, until now: Instant) -> Bool {
        rows.contains { row in
            guard let staleAfter = row.staleAfter else { return false }
            return staleAfter >= earlier && staleAfter < now
        }
    }

    /// The group of a row; nil when it has none of this kind.
    func place(of index: Rows.Index, by grouping: Grouping) -> Place? {
        switch grouping {
        case .none, .cause: nil
        case .site: homes[index].site
        case .tag: homes[index].tag
        case .gateway: homes[index].gateway
        case .owner: homes[index].owner
        case .state: states[rows[index].state]
        }
    }

    /// Takes what is new of a row.
    mutating func take(_ status: ServerStatus, _ said: ServerAnnotations = .none, at index: Rows.Index) {
        let judgement = status.judgement
        let old = rows[index]
        // The new ones are held before the old ones are let go, so that what stays keeps its place.
        let behind = judgement.behindGroup.map { names.hold($0) }
        let verdict = judgement.verdictGroup.map { names.hold($0) }
        if let place = old.behind { names.release(place) }
        if let place = old.verdict { names.release(place) }
        var row = Row(state: judgement.state, since: status.since?.second, behind: behind, verdict: verdict)
        row.isMuted = said.mute != nil
        row.isAcknowledged = said.acknowledgement != nil
        row.isAttendedTo = said.isAttendedTo
        row.staleAfter = status.staleAfter
        for layer in Layer.allCases {
            switch judgement.cells[layer] {
            case .ok: row.tried.insert(layer)
            case .warning:
                row.tried.insert(layer)
                row.warned.insert(layer)
            case .failed:
                row.tried.insert(layer)
                row.failed.insert(layer)
            case .notReached, .notApplicable, .unknown: break
            }
        }
        rows[index] = row
    }
}

/// Some of the nine layers.
struct LayerSet: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Adds a layer.
    mutating func insert(_ layer: Layer) { self = LayerSet(rawValue: rawValue | 1 << UInt16(layer.index)) }
}

/// Numbers for groups, given out and taken back: verdicts come and go for as long as the program runs.
private struct GroupPlaces: Sendable {
    private var groups: [GroupID] = []
    private var uses: [Int] = []
    private var places: [GroupID: RowTraits.Place] = [:]
    private var free: [RowTraits.Place] = []

    var count: Int { groups.count }

    subscript(place: RowTraits.Place) -> GroupID { groups[place] }

    /// The place of a group, for one more who needs it.
    mutating func hold(_ group: GroupID) -> RowTraits.Place {
        if let place = places[group] {
            uses[place] += 1
            return place
        }
        let place = free.popLast() ?? groups.count
        if place == groups.count {
            groups.append(group)
            uses.append(1)
        } else {
            groups[place] = group
            uses[place] = 1
        }
        places[group] = place
        return place
    }

    /// Gives a place back.
    mutating func release(_ place: RowTraits.Place) {
        uses[place] -= 1
        guard uses[place] == 0 else { return }
        places[groups[place]] = nil
        free.append(place)
    }
}

extension Judgement {
    /// Those that are down behind the same gateway; nil when it is not.
    var behindGroup: GroupID? {
        guard state == .down, let behind else { return nil }
        return .behind(behind.lowercased())
    }

    /// Those with the same problem; nil when there is none.
    var verdictGroup: GroupID? {
        guard state.isProblem, let headline else { return nil }
        return .verdict(state, rule: headline.rule, short: headline.short)
    }
}
