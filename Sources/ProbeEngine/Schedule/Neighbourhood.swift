internal import FleetModel

/// The connections to one /24 (one /64 for IPv6), and who waits for one.
///
/// Whoever has to wait for a neighbour waits in a line of the neighbourhood, one for each kind of place, so that a full
/// neighbourhood is never searched through again and holds up nobody else.
struct Neighbourhood: Sendable {
    private(set) var occupancy = PlaceCounts()
    private var bucket: TokenBucket
    private var lines: [Place: PriorityQueue<Int, Admission.Rank>] = [:]

    init(limits: ProbeLimits, at now: Instant) {
        bucket = TokenBucket(perSecond: limits.newPerSecondAndNeighbourhood, at: now)
    }

    /// Whether one more of this kind may begin.
    mutating func hasRoom(_ place: Place, _ limits: ProbeLimits, at now: Instant) -> Bool {
        occupancy[place] < limits.perNeighbourhood(place) && bucket.hasToken(at: now)
    }

    /// One more begins; there is room for it.
    mutating func enter(_ place: Place, at now: Instant) {
        _ = bucket.take(at: now)
        occupancy[place] += 1
    }

    /// One that was in is gone.
    mutating func leave(_ place: Place) {
        occupancy[place] -= 1
    }

    /// One that is pending becomes established, if there is a place.
    mutating func promote(_ limits: ProbeLimits) -> Bool {
        guard occupancy[.established] < limits.perNeighbourhood(.established) else { return false }
        occupancy[.pending] -= 1
        occupancy[.established] += 1
        return true
    }

    /// Lets one wait in line.
    mutating func park(_ visitor: Int, _ rank: Admission.Rank, for place: Place) {
        lines[place, default: PriorityQueue()].set(visitor, to: rank)
    }

    /// Takes one out of its line.
    mutating func withdraw(_ visitor: Int, from place: Place) {
        lines[place]?.remove(visitor)
        if lines[place]?.isEmpty == true { lines[place] = nil }
    }

    /// The first in line for a place that is free, taken out of the line; nil when nobody waits or nothing is free.
    mutating func callForward(_ place: Place, _ limits: ProbeLimits, at now: Instant) -> (Int, Admission.Rank)? {
        guard lines[place] != nil, hasRoom(place, limits, at: now), let first = lines[place]?.popFirst() else {
            return nil
        }
        if lines[place]?.isEmpty == true { lines[place] = nil }
        return (first.element, first.priority)
    }

    /// When those in line can begin who wait for a token alone; nil when nobody does.
    mutating func opening(_ limits: ProbeLimits, at now: Instant) -> Instant? {
        guard !bucket.hasToken(at: now) else { return nil }
        var count = 0
        for (place, line) in lines { count += min(line.count, limits.perNeighbourhood(place) - occupancy[place]) }
        return count > 0 ? bucket.opening(for: count) : nil
    }

    /// Whether forgetting it changes nothing.
    func isIdle(at now: Instant) -> Bool { occupancy.isEmpty && lines.isEmpty && bucket.isFull(at: now) }
}
