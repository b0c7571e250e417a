/// When to draw: at once for a person, at most ten times a second for what somebody wants to see, and for what tells nothing
/// new only with the clock, which draws anyway.
struct FramePacer {
    /// Between two frames that nobody pressed a key for.
    static let pause = Duration.milliseconds(100)

    private var last: ContinuousClock.Instant?

    /// Whether something has changed that was not taken.
    private var hasChanged = false

    /// When to draw what has changed; nil when that is nothing, or waits for the clock.
    private(set) var due: ContinuousClock.Instant?

    /// Something other than a person changed the state; several changes are drawn together.
    mutating func changed(at now: ContinuousClock.Instant, isWanted: Bool) {
        hasChanged = true
        if isWanted { hurry(at: now) }
    }

    /// Somebody wants to see what has changed.
    mutating func hurry(at now: ContinuousClock.Instant) {
        guard hasChanged else { return }
        due = due ?? last.map { max(now, $0 + Self.pause) } ?? now
    }

    /// What has changed is taken into the next frame.
    mutating func took() {
        hasChanged = false
        due = nil
    }

    /// A frame was drawn.
    mutating func drew(at now: ContinuousClock.Instant) { last = now }
}
