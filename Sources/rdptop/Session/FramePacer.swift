/// When to draw: at once for a person, at most ten times a second for the network.
struct FramePacer {
    /// Between two frames that nobody pressed a key for.
    static let pause = Duration.milliseconds(100)

    private var last: ContinuousClock.Instant?
    private var isPending = false

    /// What to do about a change that came at `now`.
    enum Step: Equatable {
        case draw
        /// Draw after this long; told once for each frame.
        case wait(Duration)
        /// A frame is on its way already.
        case nothing
    }

    /// Something other than a person changed the state.
    mutating func changed(at now: ContinuousClock.Instant) -> Step {
        if isPending { return .nothing }
        guard let last, now - last < Self.pause else { return .draw }
        isPending = true
        return .wait(Self.pause - (now - last))
    }

    /// A frame was drawn.
    mutating func drew(at now: ContinuousClock.Instant) {
        last = now
        isPending = false
    }
}
