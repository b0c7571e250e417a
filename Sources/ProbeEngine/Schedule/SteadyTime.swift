internal import FleetModel

/// A time that never goes back, made of one that may.
///
/// When the clock is set back, time goes on from where it was; so nothing waits for longer than was planned. A leap
/// forward is passed on: whatever it skips is due, once.
struct SteadyTime: Sendable {
    private var last: Instant
    private var ahead = Span.zero

    init(_ start: Instant) {
        last = start
    }

    /// The steady time at a time of the clock.
    mutating func at(_ now: Instant) -> Instant {
        if now + ahead < last { ahead = last - now }
        last = now + ahead
        return last
    }

    /// The time of the clock at a steady time.
    func clock(_ instant: Instant) -> Instant { instant - ahead }
}
