internal import FleetModel

/// Who may begin now: the limits on probes under way, in all and per neighbourhood, and on new ones per second.
///
/// Servers are numbers, their places in the fleet. Whoever has to wait for a neighbour waits in the neighbourhood's own
/// line, so that a full neighbourhood is never searched through again and holds up nobody else.
struct Admission: Sendable {
    /// Who goes first: by urgency, then who has waited longest, then by place in the fleet.
    struct Rank: Sendable, Hashable, Comparable {
        var urgency: Urgency
        var since: Instant
        var place: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.urgency.rawValue, left.since, left.place) < (right.urgency.rawValue, right.since, right.place)
        }
    }

    /// Why a server is to be probed, the most urgent first.
    enum Urgency: Int, Sendable, Hashable {
        case askedFor, recheck, lastKnownBad, regular
    }

    private let limits: ProbeLimits
    private var bucket: TokenBucket
    private var ready = PriorityQueue<Int, Rank>()
    private var lines: [[UInt8]: PriorityQueue<Int, Rank>] = [:]
    /// The neighbourhood of each server that waits in a line.
    private var standing: [Int: [UInt8]] = [:]
    /// The neighbourhood of each server under way; empty when it is not known.
    private var underWay: [Int: [UInt8]] = [:]
    private var occupancy: [[UInt8]: Int] = [:]

    init(limits: ProbeLimits, at now: Instant) {
        self.limits = limits
        bucket = TokenBucket(perSecond: limits.newPerSecond, at: now)
    }

    /// How many are under way.
    var count: Int { underWay.count }

    /// Whether nobody waits.
    var isEmpty: Bool { ready.isEmpty && standing.isEmpty }

    /// Whether a server waits to begin.
    func isWaiting(_ server: Int) -> Bool { ready.contains(server) || standing[server] != nil }

    /// Whether a server is under way.
    func isUnderWay(_ server: Int) -> Bool { underWay[server] != nil }

    /// Lets a server wait, or changes its rank when it does already.
    mutating func enqueue(_ server: Int, _ rank: Rank) {
        if let neighbourhood = standing[server] {
            lines[neighbourhood]?.set(server, to: rank)
        } else {
            ready.set(server, to: rank)
        }
    }

    /// Those that begin now, in order; `neighbourhood` tells where a server stands, if that is known.
    mutating func admit(at now: Instant, neighbourhood: (Int) -> [UInt8]?) -> [Int] {
        var admitted: [Int] = []
        while underWay.count < limits.established, let (server, rank) = ready.first {
            let place = neighbourhood(server) ?? []
            if !place.isEmpty, occupancy[place, default: 0] >= limits.perNeighbourhood {
                ready.remove(server)
                lines[place, default: PriorityQueue()].set(server, to: rank)
                standing[server] = place
                continue
            }
            guard bucket.take(at: now) else { break }
            ready.remove(server)
            underWay[server] = place
            if !place.isEmpty { occupancy[place, default: 0] += 1 }
            admitted.append(server)
        }
        return admitted
    }

    /// A server is not under way any more; the next of its neighbourhood's line may come forward.
    mutating func leave(_ server: Int) {
        guard let place = underWay.removeValue(forKey: server), !place.isEmpty else { return }
        let rest = occupancy[place, default: 1] - 1
        occupancy[place] = rest > 0 ? rest : nil
        guard let (next, rank) = lines[place]?.popFirst() else { return }
        if lines[place]?.isEmpty == true { lines[place] = nil }
        standing[next] = nil
        ready.set(next, to: rank)
    }

    /// When somebody can begin who cannot now for want of a token; nil when nobody waits for that alone.
    var nextOpening: Instant? {
        guard !ready.isEmpty, underWay.count < limits.established else { return nil }
        return bucket.opening(for: min(ready.count, limits.established - underWay.count))
    }
}
