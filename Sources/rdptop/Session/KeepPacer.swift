import TerminalIO

/// When to keep how the screen is arranged: when the user has come to rest, so that nothing is written for each key of
/// somebody who moves about.
struct KeepPacer {
    /// After the last thing that the user did.
    static let rest = Duration.seconds(2)
    /// After the first thing since the last time, when the user does not rest.
    static let patience = Duration.seconds(20)

    private var began: ContinuousClock.Instant?
    private var due: ContinuousClock.Instant?

    /// The terminal has told something, by which the user may have arranged the screen.
    mutating func note(_ event: TerminalEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .key, .mouse, .pasted:
            let began = began ?? now
            self.began = began
            due = min(now + Self.rest, began + Self.patience)
        case .focus, .resized, .resumed, .alarm, .stopRequested, .hungUp: break
        }
    }

    /// Whether to keep it now; once for all that was done before.
    mutating func take(at now: ContinuousClock.Instant) -> Bool {
        guard let due, due <= now else { return false }
        self = KeepPacer()
        return true
    }
}
