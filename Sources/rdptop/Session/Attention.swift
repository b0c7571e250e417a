import FleetModel
import TerminalIO

/// Whether somebody looks at the screen, as far as the terminal tells, and what to call them for.
struct Attention {
    /// Who has the keyboard in front of them looks at the screen for so long after the last sign of life. A board that is
    /// in front all day, on a wall, is not looked at just because of that.
    static let patience = Duration.seconds(300)

    /// Who is at the board has so long to do something there, or else is called after all. Who has just left looks like
    /// who is here; and tmux without `focus-events on` says that the keyboard is the board's when somebody attaches, and
    /// never that another window has it.
    static let grace = Duration.seconds(60)

    /// Who has just done something waits so long for what comes of it, such as a probe that they have asked for.
    static let turn = Duration.seconds(5)

    /// Whether the keyboard is this terminal's own; nil when it has not told.
    private var isHeld: Bool?
    private var lastSign: ContinuousClock.Instant?
    /// What nobody has been called for, each with the time to do so.
    private var calls: [(notice: Notice, due: ContinuousClock.Instant)] = []

    /// The terminal has told something.
    mutating func note(_ event: TerminalEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .focus(let isHeld):
            self.isHeld = isHeld
            lastSign = now
            if isHeld { calls = [] }
        case .key, .mouse, .pasted:
            // Who uses it without the keyboard, by its wheel or from another program, is here for all that.
            if isHeld == false { isHeld = nil }
            lastSign = now
            calls = []
        // It may have been told to somebody else meanwhile.
        case .resumed: isHeld = nil
        case .resized, .alarm, .stopRequested, .hungUp: break
        }
    }

    /// There is something to call somebody for: at once, unless they seem to be here.
    mutating func note(_ notice: Notice, at now: ContinuousClock.Instant) {
        calls.append((notice, isHere(at: now) ? now + Self.grace : now))
    }

    /// What to call somebody for now, each once.
    mutating func takeCalls(at now: ContinuousClock.Instant) -> [Notice] {
        let due = calls.filter { $0.due <= now }
        calls.removeAll { $0.due <= now }
        return due.map(\.notice)
    }

    /// Whether somebody waits for what comes of something that they have just done.
    func isWaiting(at now: ContinuousClock.Instant) -> Bool {
        guard isHeld != false, let lastSign else { return false }
        return now - lastSign < Self.turn
    }

    private func isHere(at now: ContinuousClock.Instant) -> Bool {
        guard isHeld == true, let lastSign else { return false }
        return now - lastSign < Self.patience
    }

    /// How often the clock goes on: seldom while the keyboard is certainly somewhere else.
    var pace: SecondHand.Pace { isHeld == false ? .calm : .usual }
}
