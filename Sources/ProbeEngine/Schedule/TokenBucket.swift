internal import FleetModel

/// A token bucket: so many a second, and never more than a tenth of that at once.
struct TokenBucket: Sendable {
    private var perSecond: Int64
    private var capacity: Int64
    /// Thousandths of a token, so that a millisecond adds a whole number of them.
    private var thousandths: Int64
    private var filled: Instant

    /// A full bucket.
    init(perSecond: Int, at now: Instant) {
        self.perSecond = Self.rate(perSecond)
        capacity = max(1, self.perSecond / 10) * 1000
        thousandths = capacity
        filled = now
    }

    /// Takes a token, if there is one.
    mutating func take(at now: Instant) -> Bool {
        guard hasToken(at: now) else { return false }
        thousandths -= 1000
        return true
    }

    /// Whether there is a token.
    mutating func hasToken(at now: Instant) -> Bool {
        fill(at: now)
        return thousandths >= 1000
    }

    /// When there will be enough for `count` more, or for half a bucket if that is less.
    ///
    /// Half a bucket, so that a long line wakes the program twenty times a second and not five hundred times.
    func opening(for count: Int) -> Instant {
        let wanted = min(Int64(min(count, 1_000_000_000)) * 1000, max(1000, capacity / 2))
        let missing = max(0, wanted - thousandths)
        return filled + .milliseconds((missing + perSecond - 1) / perSecond)
    }

    /// Whether it is full.
    func isFull(at now: Instant) -> Bool {
        var bucket = self
        bucket.fill(at: now)
        return bucket.thousandths == bucket.capacity
    }

    /// Goes on at another rate; what is in it above the new capacity is lost.
    mutating func change(perSecond: Int, at now: Instant) {
        fill(at: now)
        self.perSecond = Self.rate(perSecond)
        capacity = max(1, self.perSecond / 10) * 1000
        thousandths = min(thousandths, capacity)
    }

    private static func rate(_ perSecond: Int) -> Int64 { Int64(min(max(1, perSecond), 1_000_000_000)) }

    private mutating func fill(at now: Instant) {
        // A clock that was set back adds nothing; one that leapt forward adds a bucket at most.
        let elapsed = min(max(0, (now - filled).milliseconds), 1000)
        thousandths = min(capacity, thousandths + elapsed * perSecond)
        filled = now
    }
}
