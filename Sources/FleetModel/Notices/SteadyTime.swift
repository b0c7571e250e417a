/// Time that never goes back, made of a clock that may be set: what pauses are measured in.
struct SteadyTime: Sendable {
    /// Since the beginning. A clock that is set back stands still here for a moment.
    private(set) var elapsed = Span.zero
    private var last: Instant

    init(_ now: Instant) {
        last = now
    }

    /// Takes the time by the clock.
    mutating func pass(to now: Instant) {
        if now > last { elapsed = elapsed + (now - last) }
        last = now
    }
}
