import FleetModel

/// When each server was last probed, and from when on that is too long ago: two numbers for each, so that a look at the
/// whole fleet once a second costs next to nothing.
struct Freshness: Sendable {
    /// The rows that are older than they should be.
    struct Stale: Sendable, Equatable {
        /// How many.
        var count: Int
        /// When the oldest of them was probed.
        var oldest: Instant
    }

    private var probed: [Instant?]
    private var good: [Instant]
    /// The oldest probe, as last looked for.
    private var foundOldest: Instant?
    /// Whether that is so still: its row has not been probed since, and no row for the first time.
    private var isOldestKnown = false
    /// No row is stale before this time.
    private var earliest: Instant?

    /// So many rows that have never been probed.
    init(count: Int) {
        probed = Array(repeating: nil, count: count)
        good = Array(repeating: .never, count: count)
    }

    /// Notes the last probe of a row.
    mutating func note(_ status: ServerStatus, at index: Rows.Index) {
        if probed[index] == nil || probed[index] == foundOldest { isOldestKnown = false }
        probed[index] = status.snapshot?.ended
        good[index] = status.staleAfter ?? .never
        if let earliest { self.earliest = min(earliest, good[index]) }
    }

    /// The rows that are stale now; nil when none is.
    mutating func stale(at now: Instant) -> Stale? {
        if let earliest, now <= earliest { return nil }
        var found: Stale?
        var earliest = Instant.never
        for index in good.indices {
            earliest = min(earliest, good[index])
            guard good[index] < now, let time = probed[index] else { continue }
            found = Stale(count: (found?.count ?? 0) + 1, oldest: min(found?.oldest ?? time, time))
        }
        self.earliest = earliest
        return found
    }

    /// When the row was probed that has waited longest; nil when none was.
    mutating func oldest() -> Instant? {
        if !isOldestKnown {
            foundOldest = probed.lazy.compactMap { $0 }.min()
            isOldestKnown = true
        }
        return foundOldest
    }
}

extension Instant {
    /// Later than any other.
    fileprivate static let never = Instant(milliseconds: .max)
}
