/// When to draw: at once for a person, at most ten times a second for the network.
struct FramePacer {
    /// Between two frames that nobody pressed a key for.
    static let pause = Duration.milliseconds(100)

    private var last: ContinuousClock.Instant?

    /// When to draw what has changed; nil when nothing has.
    private(set) var due: ContinuousClock.Instant?

    /// Something other than a person changed the state; several changes are drawn together.
    mutating func changed(at now: ContinuousClock.Instant) {
        due = due ?? last.map { max(now, $0 + Self.pause) } ?? now
    }

    /// What has changed is taken into the next frame.
    mutating func took() { due = nil }

    /// A frame was drawn.
    mutating func drew(at now: ContinuousClock.Instant) { last = now }
}
