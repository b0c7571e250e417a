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
    /// All rows in the order of the screen.
    private var sorted: [Index] = []
    /// The rows that the filter leaves, in the same order.
    private(set) var order: [Index] = []
    /// How many servers are in which state, hidden ones included.
    private(set) var counts = StateCounts()
    /// Which verdicts the servers that are down share, hidden ones included.
    private(set) var verdicts = SharedVerdicts()
    /// What else the header counts, hidden ones included.
    private(set) var summary = FleetSummary()
    /// How old what is known is.
    private(set) var freshness: Freshness
    private var trails: [ProbeTrail]
    /// Of how many servers something is known.
    private(set) var probed = 0
    /// The worst row of the fleet, whatever the filter hides; nil when nothing is wrong.
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
        siteRanks = Self.ranks(of: servers.map { $0.site ?? "" })
        displayNames = DisplayNames.of(servers)
        longestName = displayNames.map { TextWidth.cells(of: $0) }.max() ?? 0
        longestFullName = servers.map { TextWidth.cells(of: $0.displayName) }.max() ?? 0
        freshness = Freshness(count: servers.count)
        trails = Array(repeating: ProbeTrail(), count: servers.count)
        hasSites = Set(servers.map(\.site)).count > 1
        keys = []
        isShown = Array(repeating: true, count: servers.count)
        counts.add(.notProbed, servers.count)
        sort(by: .severity)
    }

    /// How many servers there are.
    var count: Int { statuses.count }

    /// How many the filter hides.
    var hidden: Int { count - order.count }

    /// One row.
    subscript(index: Index) -> ServerStatus { statuses[index].status }

    /// The name of a row as the grid shows it.
    func displayName(_ index: Index) -> String { displayNames[index] }

    /// The last probes of a row.
    func trail(of index: Index) -> ProbeTrail { trails[index] }

    /// Whether a filter leaves a row, whatever filter is in force.
    func isMatch(_ index: Index, of filter: Filter, now: Instant) -> Bool { filter.matches(statuses[index], now: now) }

    /// The rows that are older than they should be; nil when none is.
    mutating func stale(at now: Instant) -> Freshness.Stale? { freshness.stale(at: now) }

    /// The row of a server; nil when it is not in the fleet.
    func index(of server: Server.ID) -> Index? { indexes[server] }

    /// Where a row stands on the screen; nil when the filter hides it.
    func position(of index: Index) -> Int? {
        guard isShown[index] else { return nil }
        let position = insertionPoint(of: keys[index], in: order)
        return position < order.count && order[position] == index ? position : nil
    }

    /// Takes what is new of some servers; those that are not in the fleet are passed over.
    mutating func take(_ changes: [ServerStatus], now: Instant) {
        let arrangesAnew = changes.count > Self.fewestToSort
        var losesWorst = false
        for status in changes {
            guard let index = indexes[status.server.id] else { continue }
            let old = statuses[index].status
            counts.add(old.judgement, -1)
            counts.add(status.judgement, 1)
            verdicts.add(old.judgement, -1)
            verdicts.add(status.judgement, 1)
            summary.add(old, -1)
            summary.add(status, 1)
            freshness.note(status, at: index)
            if let snapshot = status.snapshot, snapshot.began != old.snapshot?.began {
                trails[index].append(status.judgement.state, roundTrip: snapshot.roundTrip)
            }
            if !old.isKnown, status.isKnown { probed += 1 }
            if !arrangesAnew { remove(index) }
            statuses[index] = FilterRow(status)
            if index == worst { losesWorst = true } else { challengeWorst(with: index) }
            keys[index] = key(of: index)
            isShown[index] = filter.matches(statuses[index], now: now)
            if !arrangesAnew { insert(index) }
        }
        if arrangesAnew { sortRows() }
        if losesWorst { findWorst() }
        summary.sortSites()
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
        for index in statuses.indices { isShown[index] = filter.matches(statuses[index], now: now) }
        order = sorted.filter { isShown[$0] }
    }

    // MARK: The worst row

    private mutating func findWorst() {
        worst = nil
        for index in statuses.indices { challengeWorst(with: index) }
    }

    /// Makes a row the worst if it has a problem and is worse than the one that was.
    private mutating func challengeWorst(with index: Index) {
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

    private func key(of index: Index) -> SortKey {
        sort.key(
            of: statuses[index].status, rank: ranks[index], siteRank: siteRanks[index], isReversed: isReversed)
    }

    /// The place of each site among all sites, the same for all servers of one.
    private static func ranks(of sites: [String]) -> [Int] {
        let names = Array(Set(sites)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(names, NaturalOrder.ranks(of: names)))
        return sites.map { ranks[$0] ?? 0 }
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
