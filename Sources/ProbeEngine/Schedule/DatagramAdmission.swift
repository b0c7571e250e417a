internal import FleetModel

/// Who may be asked by UDP now: so many at a time, and so many new ones a second, first come, first served.
struct DatagramAdmission: Sendable {
    private let limit: Int
    private var bucket: TokenBucket
    private var line = PriorityQueue<Int, Admission.Rank>()
    private var admitted: Set<Int> = []

    init(limits: ProbeLimits, at now: Instant) {
        limit = limits.datagrams
        bucket = TokenBucket(perSecond: limits.newDatagramsPerSecond, at: now)
    }

    /// How many are being asked.
    var count: Int { admitted.count }

    /// Lets somebody wait.
    mutating func enqueue(_ visitor: Int, _ rank: Admission.Rank) { line.set(visitor, to: rank) }

    /// Takes out somebody who waits.
    mutating func withdraw(_ visitor: Int) { line.remove(visitor) }

    /// Those that are asked now, in order.
    mutating func admit(at now: Instant) -> [Int] {
        var begun: [Int] = []
        while admitted.count < limit, !line.isEmpty, bucket.take(at: now), let (visitor, _) = line.popFirst() {
            admitted.insert(visitor)
            begun.append(visitor)
        }
        return begun
    }

    /// Somebody is not asked any more.
    mutating func leave(_ visitor: Int) { admitted.remove(visitor) }

    /// When somebody can be asked who cannot be now for want of a token.
    var nextOpening: Instant? {
        guard !line.isEmpty, admitted.count < limit else { return nil }
        return bucket.opening(for: min(line.count, limit - admitted.count))
    }
}
