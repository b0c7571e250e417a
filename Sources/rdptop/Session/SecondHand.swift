import FleetModel

/// When the clock in the title line goes on: in step with the wall clock, told by a clock that is never set.
struct SecondHand {
    /// How many seconds a step of it is.
    enum Pace: Int64 {
        case usual = 1
        /// Where nobody looks.
        case calm = 5
    }

    /// When the next step begins.
    private(set) var next: ContinuousClock.Instant
    /// When the next second begins, which a frame that is drawn for another reason shows.
    private var nextSecond: ContinuousClock.Instant
    private var pace = Pace.usual

    /// It stands at the second of `wall`, which is the time at `now`.
    init(at now: ContinuousClock.Instant, wall: Instant) {
        nextSecond = Self.end(of: wall, .usual, at: now)
        next = nextSecond
    }

    /// Goes on at a pace.
    mutating func go(at pace: Pace, from now: ContinuousClock.Instant, wall: Instant) {
        guard pace != self.pace else { return }
        self.pace = pace
        next = Self.end(of: wall, pace, at: now)
    }

    /// Whether a step has begun since the last time, or for a frame a second; several at once count as one.
    mutating func takeTick(at now: ContinuousClock.Instant, wall: Instant, isFrameDue: Bool = false) -> Bool {
        guard next <= now || (isFrameDue && nextSecond <= now) else { return false }
        nextSecond = Self.end(of: wall, .usual, at: now)
        next = Self.end(of: wall, pace, at: now)
        return true
    }

    /// When the step ends that `wall` is in.
    private static func end(
        of wall: Instant, _ pace: Pace, at now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        let step = pace.rawValue * 1_000
        return now + .milliseconds(step - wall.milliseconds % step)
    }
}
