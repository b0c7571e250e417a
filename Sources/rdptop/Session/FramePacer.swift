/// When to draw: at once for a person, at most ten times a second for what somebody wants to see, and once a second for what
/// tells nothing new, which mostly is with the clock that is drawn then anyway.
struct FramePacer {
    /// Between two frames that nobody pressed a key for.
    static let pause = Duration.milliseconds(100)
    /// Between two frames that tell nothing new.
    static let longPause = Duration.seconds(1)

    private var last: ContinuousClock.Instant?

    /// When to draw what has changed; nil when nothing has.
    private(set) var due: ContinuousClock.Instant?

    /// Something other than a person changed the state; several changes are drawn together.
    mutating func changed(at now: ContinuousClock.Instant, isWanted: Bool) {
        let turn = last.map { max(now, $0 + (isWanted ? Self.pause : Self.longPause)) } ?? now
        due = min(due ?? turn, turn)
    }

    /// Somebody wants to see what has changed.
    mutating func hurry(at now: ContinuousClock.Instant) {
        if due != nil { changed(at: now, isWanted: true) }
    }

    /// What has changed is taken into the next frame.
    mutating func took() { due = nil }

    /// A frame was drawn.
    mutating func drew(at now: ContinuousClock.Instant) { last = now }
}
