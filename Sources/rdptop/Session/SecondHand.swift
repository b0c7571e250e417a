import FleetModel

/// When the clock in the title line goes on: in step with the wall clock, told by a clock that is never set.
struct SecondHand {
    /// When the next second begins.
    private(set) var next: ContinuousClock.Instant

    /// It stands at the second of `wall`, which is the time at `now`.
    init(at now: ContinuousClock.Instant, wall: Instant) {
        next = Self.end(of: wall, at: now)
    }

    /// Whether a second has begun since the last time; several at once count as one.
    mutating func takeTick(at now: ContinuousClock.Instant, wall: Instant) -> Bool {
        guard next <= now else { return false }
        next = Self.end(of: wall, at: now)
        return true
    }

    /// When the second ends that `wall` is in.
    private static func end(of wall: Instant, at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        now + .milliseconds(1_000 - wall.milliseconds % 1_000)
    }
}
