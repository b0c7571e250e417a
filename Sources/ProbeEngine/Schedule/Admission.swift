internal import FleetModel

/// Who may begin now: the limits on connections, in all and per neighbourhood, and on new ones per second.
///
/// Visitors are numbers. One whose neighbourhood is not known yet is let in to look up its name, and comes again with its
/// address; only then it takes a connection's place. So whoever waits for a full neighbourhood takes no place of others.
struct Admission: Sendable {
    /// Who goes first: by urgency, then who has waited longest, then by number.
    struct Rank: Sendable, Hashable, Comparable {
        var urgency: Urgency
        var since: Instant
        var visitor: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.urgency.rawValue, left.since, left.visitor) < (right.urgency.rawValue, right.since, right.visitor)
        }
    }

    /// Why somebody wants to begin, the most urgent first.
    enum Urgency: Int, Sendable, Hashable {
        case askedFor, recheck, lastKnownBad, regular, followUp
    }

    /// What a visitor wants.
    struct Wish: Sendable {
        var rank: Rank
        /// Nil when it is not known; empty for no neighbourhood at all.
        var neighbourhood: [UInt8]?
        /// Whether it takes an established place from the start.
        var expectsAnswer: Bool

        var place: Place { neighbourhood == nil ? .resolving : expectsAnswer ? .established : .pending }
    }

    /// From so many neighbourhoods on the idle ones are looked for and forgotten.
    static let firstPruning = 256

    private let limits: ProbeLimits
    private var bucket: TokenBucket
    /// Those who wait, in a line or not.
    private var wishes: [Int: Wish] = [:]
    /// Those who wait for nothing that is their neighbourhood's.
    private var ready: [Place: PriorityQueue<Int, Rank>]
    private var admitted: [Int: (wish: Wish, place: Place)] = [:]
    private var counts = PlaceCounts()
    private var neighbourhoods: [[UInt8]: Neighbourhood] = [:]
    /// When a neighbourhood has a token again that somebody waits for.
    private var openings = PriorityQueue<[UInt8], MomentOfPlace>()
    private var nextPruning = Self.firstPruning

    init(limits: ProbeLimits, at now: Instant) {
        self.limits = limits
        bucket = TokenBucket(perSecond: limits.newPerSecond, at: now)
        ready = Dictionary(uniqueKeysWithValues: Place.allCases.map { ($0, PriorityQueue()) })
    }

    /// How many are admitted.
    var count: Int { counts.total }

    /// How many hold a place of one kind.
    func count(of place: Place) -> Int { counts[place] }

    /// How many hold a place of one kind in a neighbourhood.
    func count(of place: Place, in neighbourhood: [UInt8]) -> Int {
        neighbourhoods[neighbourhood]?.occupancy[place] ?? 0
    }

    /// How many neighbourhoods are remembered.
    var neighbourhoodCount: Int { neighbourhoods.count }

    /// Whether nobody waits.
    var isEmpty: Bool { wishes.isEmpty }

    /// Whether somebody waits to begin.
    func isWaiting(_ visitor: Int) -> Bool { wishes[visitor] != nil }

    /// Lets somebody wait, or changes what it waits for.
    mutating func enqueue(_ visitor: Int, _ wish: Wish, at now: Instant) {
        withdraw(visitor, at: now)
        wishes[visitor] = wish
        ready[wish.place]?.set(visitor, to: wish.rank)
    }

    /// Takes out somebody who waits.
    mutating func withdraw(_ visitor: Int, at now: Instant) {
        guard let wish = wishes.removeValue(forKey: visitor) else { return }
        ready[wish.place]?.remove(visitor)
        guard let neighbourhood = wish.neighbourhood else { return }
        neighbourhoods[neighbourhood]?.withdraw(visitor, from: wish.place)
        callForward(neighbourhood, at: now)
    }

    /// Somebody who was let in has found out its neighbourhood, and waits again for a connection to that.
    mutating func arrive(_ visitor: Int, in neighbourhood: [UInt8], at now: Instant) {
        guard var wish = admitted[visitor]?.wish else { return }
        leave(visitor, at: now)
        wish.neighbourhood = neighbourhood
        enqueue(visitor, wish, at: now)
    }

    /// Those that begin now, in order.
    mutating func admit(at now: Instant) -> [Int] {
        while let (neighbourhood, opening) = openings.first, opening.at <= now {
            openings.remove(neighbourhood)
            callForward(neighbourhood, at: now)
        }
        var begun: [Int] = []
        var hasTokens = true
        while let place = nextPlace(connecting: hasTokens), let first = ready[place]?.first,
            let wish = wishes[first.element]
        {
            if let neighbourhood = wish.neighbourhood {
                guard makeRoom(for: place, in: neighbourhood, at: now) else {
                    ready[place]?.remove(first.element)
                    neighbourhoods[neighbourhood]?.park(first.element, wish.rank, for: place)
                    noteOpening(of: neighbourhood, at: now)
                    continue
                }
                guard bucket.take(at: now) else {
                    hasTokens = false
                    continue
                }
                neighbourhoods[neighbourhood]?.enter(place, at: now)
            }
            ready[place]?.remove(first.element)
            wishes[first.element] = nil
            admitted[first.element] = (wish, place)
            counts[place] += 1
            begun.append(first.element)
            if let neighbourhood = wish.neighbourhood { callForward(neighbourhood, at: now) }
        }
        return begun
    }

    /// Somebody's connection is open: whether it may go on, in an established place.
    mutating func connected(_ visitor: Int, at now: Instant) -> Bool {
        guard let (wish, place) = admitted[visitor] else { return false }
        switch place {
        case .established: return true
        case .resolving: return false
        case .pending:
            guard let neighbourhood = wish.neighbourhood, counts[.established] < limits.established,
                neighbourhoods[neighbourhood]?.promote(limits) == true
            else { return false }
            admitted[visitor]?.place = .established
            counts[.pending] -= 1
            counts[.established] += 1
            callForward(neighbourhood, at: now)
            return true
        }
    }

    /// Somebody who was admitted has gone.
    mutating func leave(_ visitor: Int, at now: Instant) {
        guard let (wish, place) = admitted.removeValue(forKey: visitor) else { return }
        counts[place] -= 1
        guard let neighbourhood = wish.neighbourhood else { return }
        neighbourhoods[neighbourhood]?.leave(place)
        callForward(neighbourhood, at: now)
    }

    /// New connections begin at this fraction of their rate from now on: all of it, a half, a quarter...
    mutating func slowDown(halvings: Int, at now: Instant) {
        bucket.change(perSecond: max(1, limits.newPerSecond >> halvings), at: now)
    }

    /// When somebody can begin who cannot now for want of a token; nil when nobody waits for that alone.
    var nextOpening: Instant? {
        var count = 0
        for place in [Place.pending, .established] {
            count += min(ready[place]?.count ?? 0, max(0, limits.total(place) - counts[place]))
        }
        let ours = count > 0 ? bucket.opening(for: count) : nil
        return [ours, openings.first?.priority.at].compactMap(\.self).min()
    }

    /// The place that the most urgent waits for, of those that are free.
    private func nextPlace(connecting: Bool) -> Place? {
        var best: (place: Place, rank: Rank)?
        for place in Place.allCases where connecting || place == .resolving {
            guard counts[place] < limits.total(place), let rank = ready[place]?.first?.priority else { continue }
            if let known = best, known.rank < rank { continue }
            best = (place, rank)
        }
        return best?.place
    }

    private mutating func makeRoom(for place: Place, in neighbourhood: [UInt8], at now: Instant) -> Bool {
        if neighbourhoods[neighbourhood] == nil {
            if neighbourhoods.count >= nextPruning {
                neighbourhoods = neighbourhoods.filter { !$0.value.isIdle(at: now) }
                nextPruning = max(Self.firstPruning, 2 * neighbourhoods.count)
            }
            neighbourhoods[neighbourhood] = Neighbourhood(limits: limits, at: now)
        }
        return neighbourhoods[neighbourhood]?.hasRoom(place, limits, at: now) ?? false
    }

    /// Something of a neighbourhood may be free: the first of its lines come forward.
    private mutating func callForward(_ neighbourhood: [UInt8], at now: Instant) {
        for place in [Place.established, .pending] {
            guard let (visitor, rank) = neighbourhoods[neighbourhood]?.callForward(place, limits, at: now) else {
                continue
            }
            ready[place]?.set(visitor, to: rank)
        }
        noteOpening(of: neighbourhood, at: now)
    }

    private mutating func noteOpening(of neighbourhood: [UInt8], at now: Instant) {
        guard let opening = neighbourhoods[neighbourhood]?.opening(limits, at: now) else { return }
        openings.set(neighbourhood, to: MomentOfPlace(at: opening, neighbourhood: neighbourhood))
    }
}

/// When something happens in a neighbourhood; of equal moments the order is that of the addresses, and so always the same.
private struct MomentOfPlace: Sendable, Comparable {
    var at: Instant
    var neighbourhood: [UInt8]

    static func < (left: MomentOfPlace, right: MomentOfPlace) -> Bool {
        left.at != right.at
            ? left.at < right.at : left.neighbourhood.lexicographicallyPrecedes(right.neighbourhood)
    }
}
