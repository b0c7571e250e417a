import Drawing
import FleetModel

/// All rows of the board: their order, what the filter leaves, and how many are in which state.
///
/// Everything here is kept up to date as rows change, so that a frame costs what it shows and not what is known.
struct Rows: Sendable {
    /// The place of a row in the order of the fleet file; it never changes.
    typealias Index = Int

    private var statuses: [FilterRow]
    private let indexes: [Server.ID: Index]
    private let ranks: [Int]
    private let siteRanks: [Int]
    private let displayNames: [String]
    /// The cells of the longest name.
    let longestName: Int
    /// The cells of the longest full name.
    let longestFullName: Int
    /// Whether the servers stand at more than one site.
    let hasSites: Bool
    private var keys: [SortKey]
    private var isShown: [Bool]
    /// Which rows the filter lets through, and how many those are.
    private var passes: [Bool]
    private var passing: Int
    /// All rows in the order of the screen.
    private var sorted: [Index] = []
    /// The rows that the filter leaves, in the same order.
    private(set) var order: [Index] = []
    /// The servers that the user has marked, hidden ones included.
    private(set) var marks: Set<Index> = []
    /// How many servers are in which state, hidden ones included and muted ones not.
    private(set) var counts = StateCounts()
    /// How many servers are muted, whatever their state.
    private(set) var muted = 0
    /// How many of the servers that are not muted are acknowledged; they count under their state, too.
    private(set) var acknowledged = 0
    /// Whether acknowledged and muted servers are hidden.
    private(set) var hidesAttended = false
    /// The mutes that end at a time, by that time.
    private var muteEnds: [Index: Instant] = [:]
    /// When the first of them ends; nil when none does.
    private var nextMuteEnd: Instant?
    /// Which verdicts the servers that are down and not muted share, hidden ones included.
    private(set) var verdicts = SharedVerdicts()
    /// What else the header counts, hidden ones included.
    private(set) var summary = FleetSummary()
    /// How old what is known is.
    private var freshness: Freshness
    private var trails: [ProbeTrail]
    /// What they are folded and grouped by.
    private(set) var traits: RowTraits
    /// Of how many servers something is known.
    private(set) var probed = 0
    /// The worst row of the fleet that is not muted, whatever the filter hides; nil when nothing is wrong.
    private(set) var worst: Index?
    private(set) var sort: SortOrder = .severity
    /// Whether it is the other way round.
    private(set) var isReversed = false
    private(set) var filter = Filter.everything

    /// Rows of servers of which nothing is known yet, all shown, the worst first.
    init(servers: [Server]) {
        statuses = servers.map { FilterRow(ServerStatus(server: $0)) }
        indexes = Dictionary(zip(servers.map(\.id), servers.indices), uniquingKeysWith: { first, _ in first })
        ranks = NaturalOrder.ranks(of: servers.map(\.name))
        siteRanks = NaturalOrder.ranks(ofEqual: servers.map { $0.site ?? "" })
        displayNames = DisplayNames.of(servers)
        longestName = displayNames.map { TextWidth.cells(of: $0) }.max() ?? 0
        longestFullName = servers.map { TextWidth.cells(of: $0.displayName) }.max() ?? 0
        freshness = Freshness(count: servers.count)
        trails = Array(repeating: ProbeTrail(), count: servers.count)
        hasSites = Set(servers.map(\.site)).count > 1
        traits = RowTraits(servers: servers)
        keys = []
        isShown = Array(repeating: true, count: servers.count)
        passes = isShown
        passing = servers.count
        counts.add(.notProbed, servers.count)
        sort(by: .severity)
    }

    /// How many servers there are.
    var count: Int { statuses.count }

    /// How many are hidden, by the filter or because somebody attends to them.
    var hidden: Int { count - order.count }

    /// How many are hidden only because somebody attends to them.
    var hiddenAsAttended: Int { hidesAttended ? passing - order.count : 0 }

    /// One row.
    subscript(index: Index) -> ServerStatus { statuses[index].status }

    /// What people have said of a server.
    func annotations(_ index: Index) -> ServerAnnotations { statuses[index].annotations }

    /// The name of a row as the grid shows it.
    func displayName(_ index: Index) -> String { displayNames[index] }

    /// The last probes of a row.
    func trail(of index: Index) -> ProbeTrail { trails[index] }

    /// Whether a filter leaves a row, whatever filter is in force.
    func isMatch(_ index: Index, of filter: Filter, now: Instant) -> Bool { filter.matches(statuses[index], now: now) }

    /// The rows that are older than they should be; nil when none is.
    mutating func stale(at now: Instant) -> Freshness.Stale? { freshness.stale(at: now) }

    /// When the row was probed that has waited longest; nil when none was.
    mutating func oldestProbe() -> Instant? { freshness.oldest() }

    /// The row of a server by the text of its identity; nil when it is not in the fleet.
    func index(ofText text: String) -> Index? { indexes.first { $0.key.text == text }?.value }

    /// The row of a server; nil when it is not in the fleet.
    func index(of server: Server.ID) -> Index? { indexes[server] }

    /// Where a row stands on the screen; nil when the filter hides it.
    func position(of index: Index) -> Int? {
        guard isShown[index] else { return nil }
        let position = insertionPoint(of: keys[index], in: order)
        return position < order.count && order[position] == index ? position : nil
    }

    /// Where something else would stand among the rows on the screen, before those that are its like.
    func place(of status: ServerStatus) -> Int {
        insertionPoint(of: sort.key(of: status, rank: -1, siteRank: -1, isReversed: isReversed), in: order)
    }

    /// Takes what is new of some servers; those that are not in the fleet are passed over.
    ///
    /// - Returns: Those of which it ended an acknowledgement or a mute.
    @discardableResult
    mutating func take(_ changes: [ServerStatus], now: Instant) -> [Index] {
        var ended: [Index] = []
        change(changes.compactMap { status in indexes[status.server.id].map { ($0, status) } }, now: now) {
            rows, index, status in
            let said = rows.statuses[index].annotations
            let remaining = said.isEmpty ? said : said.remaining(status.judgement, now: now)
            let before = rows.statuses[index].status
            if !before.isKnown, status.isKnown { rows.probed += 1 }
            rows.freshness.note(status, at: index)
            if let snapshot = status.snapshot, snapshot.began != before.snapshot?.began {
                rows.trails[index].append(status.judgement.state, roundTrip: snapshot.roundTrip)
            }
            rows.statuses[index] = FilterRow(status, annotations: remaining, isMarked: rows.marks.contains(index))
            if remaining != said {
                ended.append(index)
                rows.watchMute(of: index)
            }
        }
        if !ended.isEmpty { findNextMuteEnd() }
        return ended
    }

    /// Changes some rows, and everything that is kept about them.
    private mutating func change<Change>(
        _ changes: [(index: Index, change: Change)], now: Instant, by body: (inout Rows, Index, Change) -> Void
    ) {
        let arrangesAnew = changes.count > Self.fewestToSort
        var losesWorst = false
        for (index, change) in changes {
            count(index, -1)
            if !arrangesAnew { remove(index) }
            body(&self, index, change)
            count(index, 1)
            traits.take(statuses[index].status, statuses[index].annotations, at: index)
            if index == worst { losesWorst = true } else { challengeWorst(with: index) }
            keys[index] = key(of: index)
            show(index, now: now)
            if !arrangesAnew { insert(index) }
        }
        if arrangesAnew { sortRows() }
        if losesWorst { findWorst() }
        summary.sortSites()
    }

    /// Counts a row in with 1, or out again with -1.
    private mutating func count(_ index: Index, _ amount: Int) {
        let row = statuses[index]
        guard row.annotations.mute == nil else {
            muted += amount
            return
        }
        summary.add(row.status, amount)
        if row.annotations.acknowledgement != nil { acknowledged += amount }
        counts.add(row.status.judgement, amount)
        verdicts.add(row.status.judgement, amount)
    }

    /// From so many changes at once on, sorting everything is cheaper than moving rows one by one.
    private static let fewestToSort = 64

    /// Sorts by something else, or the other way round.
    mutating func sort(by sort: SortOrder, isReversed: Bool = false) {
        self.sort = sort
        self.isReversed = isReversed
        keys = statuses.indices.map(key)
        sortRows()
    }

    /// Shows what a filter leaves.
    mutating func filter(by filter: Filter, now: Instant) {
        self.filter = filter
        passing = 0
        for index in statuses.indices {
            passes[index] = false
            show(index, now: now)
        }
        order = sorted.filter { isShown[$0] }
    }

    /// Shows a row, or hides it.
    private mutating func show(_ index: Index, now: Instant) {
        let passed = filter.matches(statuses[index], now: now)
        passing += (passed ? 1 : 0) - (passes[index] ? 1 : 0)
        passes[index] = passed
        isShown[index] = passed && !(hidesAttended && statuses[index].annotations.isAttendedTo)
    }

    // MARK: Marks

    /// Marks servers, or takes their marks away.
    mutating func mark(_ indexes: some Sequence<Index>, _ isMarked: Bool, now: Instant) {
        change(indexes.filter { statuses[$0].isMarked != isMarked }.map { ($0, isMarked) }, now: now) {
            rows, index, isMarked in
            let row = rows.statuses[index]
            rows.statuses[index] = FilterRow(row, annotations: row.annotations, isMarked: isMarked)
            if isMarked { rows.marks.insert(index) } else { rows.marks.remove(index) }
        }
    }

    // MARK: What people say of servers

    /// Takes what has been said of servers, in the place of what had been.
    mutating func annotate(_ changes: [(index: Index, said: ServerAnnotations)], now: Instant) {
        change(changes.map { ($0.index, $0.said) }, now: now) { rows, index, said in
            let row = rows.statuses[index]
            rows.statuses[index] = FilterRow(row, annotations: said, isMarked: row.isMarked)
            rows.watchMute(of: index)
        }
        findNextMuteEnd()
    }

    /// Ends the mutes whose time has come.
    ///
    /// - Returns: Whose they were.
    mutating func endMutes(now: Instant) -> [Index] {
        guard let nextMuteEnd, nextMuteEnd <= now else { return [] }
        let due = muteEnds.filter { $0.value <= now }.map(\.key).sorted()
        annotate(
            due.map { ($0, statuses[$0].annotations.remaining(statuses[$0].status.judgement, now: now)) }, now: now)
        return due
    }

    /// Hides acknowledged and muted servers, or shows them again.
    mutating func hideAttended(_ hides: Bool, now: Instant) {
        hidesAttended = hides
        filter(by: filter, now: now)
    }

    /// Takes over what the user has marked and said on other rows of the same servers.
    mutating func adopt(from other: Rows, now: Instant) {
        mark(marks.subtracting(other.marks), false, now: now)
        mark(other.marks.subtracting(marks), true, now: now)
        hidesAttended = other.hidesAttended
        if sort != other.sort || isReversed != other.isReversed {
            sort(by: other.sort, isReversed: other.isReversed)
        }
        filter(by: other.filter, now: now)
    }

    private mutating func watchMute(of index: Index) { muteEnds[index] = statuses[index].annotations.muteEnd }

    private mutating func findNextMuteEnd() { nextMuteEnd = muteEnds.values.min() }

    // MARK: The worst row

    private mutating func findWorst() {
        worst = nil
        for index in statuses.indices { challengeWorst(with: index) }
    }

    /// Makes a row the worst if it has a problem and is worse than the one that was.
    private mutating func challengeWorst(with index: Index) {
        guard statuses[index].annotations.mute == nil else { return }
        switch statuses[index].status.judgement.state {
        case .down, .warning: break
        case .unconfirmed, .unknown, .ok: return
        }
        guard let worst else {
            self.worst = index
            return
        }
        if severityKey(index) < severityKey(worst) { self.worst = index }
    }

    private func severityKey(_ index: Index) -> SortKey {
        SortOrder.severity.key(of: statuses[index].status, rank: ranks[index])
    }

    // MARK: The order

    /// Where a row belongs now. Muted ones come last where the worst comes first.
    private func key(of index: Index) -> SortKey {
        var key = sort.key(
            of: statuses[index].status, rank: ranks[index], siteRank: siteRanks[index], isReversed: isReversed)
        if sort == .severity, statuses[index].annotations.mute != nil { key.major = .max }
        return key
    }

    private mutating func sortRows() {
        sorted = statuses.indices.sorted { keys[$0] < keys[$1] }
        order = sorted.filter { isShown[$0] }
    }

    /// Takes a row out, as long as its key is still the one that it was put in by.
    private mutating func remove(_ index: Index) {
        if let position = position(of: index) { order.remove(at: position) }
        let position = insertionPoint(of: keys[index], in: sorted)
        if position < sorted.count, sorted[position] == index { sorted.remove(at: position) }
    }

    private mutating func insert(_ index: Index) {
        sorted.insert(index, at: insertionPoint(of: keys[index], in: sorted))
        if isShown[index] { order.insert(index, at: insertionPoint(of: keys[index], in: order)) }
    }

    /// The first position whose row does not come before `key`.
    private func insertionPoint(of key: SortKey, in rows: [Index]) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if keys[rows[middle]] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
