internal import FleetModel

/// Who may connect now: in each neighbourhood so many at a time, and so many new ones a second, first come first served.
///
/// Visitors are numbers that grow with each arrival. When only a token is missing, the first in line watches the clock
/// for all of it, so that a line needs one alarm and no more.
struct NeighbourhoodQueue: Sendable {
    /// What a visitor is told.
    enum Turn: Sendable, Hashable {
        /// It is in, until it leaves.
        case enter
        /// It is the first in line and says when it is so late.
        case watch(until: Instant)
    }

    /// Whom to tell what.
    typealias Call = (visitor: Int, turn: Turn)

    private struct Neighbourhood {
        var occupancy = 0
        var bucket: TokenBucket
        var line = PriorityQueue<Int, Int>()
        var watcher: Int?

        /// Whether forgetting it changes nothing.
        func isIdle(at now: Instant) -> Bool { occupancy == 0 && line.isEmpty && bucket.isFull(at: now) }

        /// The next call, if there is one.
        mutating func next(limit: Int, at now: Instant) -> Call? {
            guard watcher == nil, occupancy < limit, let visitor = line.first?.element else { return nil }
            guard bucket.take(at: now) else {
                watcher = visitor
                return (visitor, .watch(until: bucket.opening(for: min(line.count, limit - occupancy))))
            }
            line.remove(visitor)
            occupancy += 1
            return (visitor, .enter)
        }
    }

    /// From so many neighbourhoods on the idle ones are looked for and forgotten.
    static let firstPruning = 256

    private let limits: ProbeLimits
    private var neighbourhoods: [[UInt8]: Neighbourhood] = [:]
    private var nextPruning = Self.firstPruning

    init(limits: ProbeLimits) {
        self.limits = limits
    }

    /// How many neighbourhoods are remembered.
    var count: Int { neighbourhoods.count }

    /// A visitor arrives and stands in line.
    mutating func arrive(_ visitor: Int, in place: [UInt8], at now: Instant) -> [Call] {
        if neighbourhoods[place] == nil { open(place, at: now) }
        neighbourhoods[place]?.line.set(visitor, to: visitor)
        return admit(place, at: now)
    }

    /// The visitor that watched the clock says that it is time.
    mutating func awake(_ visitor: Int, in place: [UInt8], at now: Instant) -> [Call] {
        guard neighbourhoods[place]?.watcher == visitor else { return [] }
        neighbourhoods[place]?.watcher = nil
        return admit(place, at: now)
    }

    /// A visitor goes away that is not in yet.
    mutating func withdraw(_ visitor: Int, from place: [UInt8], at now: Instant) -> [Call] {
        guard neighbourhoods[place]?.line.remove(visitor) != nil else { return [] }
        if neighbourhoods[place]?.watcher == visitor { neighbourhoods[place]?.watcher = nil }
        return admit(place, at: now)
    }

    /// One that was in leaves.
    mutating func leave(_ place: [UInt8], at now: Instant) -> [Call] {
        guard let occupancy = neighbourhoods[place]?.occupancy, occupancy > 0 else { return [] }
        neighbourhoods[place]?.occupancy = occupancy - 1
        return admit(place, at: now)
    }

    private mutating func admit(_ place: [UInt8], at now: Instant) -> [Call] {
        var calls: [Call] = []
        while let next = neighbourhoods[place]?.next(limit: limits.perNeighbourhood, at: now) { calls.append(next) }
        return calls
    }

    private mutating func open(_ place: [UInt8], at now: Instant) {
        if neighbourhoods.count >= nextPruning {
            neighbourhoods = neighbourhoods.filter { !$0.value.isIdle(at: now) }
            nextPruning = max(Self.firstPruning, 2 * neighbourhoods.count)
        }
        let bucket = TokenBucket(perSecond: limits.newPerSecondAndNeighbourhood, at: now)
        neighbourhoods[place] = Neighbourhood(bucket: bucket)
    }
}
