import TerminalIO

/// Whether somebody looks at the screen, as far as the terminal tells.
struct Attention {
    /// Who has the keyboard in front of them looks at the screen for so long after the last sign of life. A board that is
    /// in front all day, on a wall, is not looked at just because of that.
    static let patience = Duration.seconds(300)

    /// Whether the keyboard is this terminal's own; nil when it has not told.
    private var isHeld: Bool?
    private var lastSign: ContinuousClock.Instant?

    /// The terminal has told something.
    mutating func note(_ event: TerminalEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .focus(let isHeld):
            self.isHeld = isHeld
            lastSign = now
        case .key, .mouse, .pasted:
            // Who uses it without the keyboard, by its wheel or from another program, is here for all that.
            if isHeld == false { isHeld = nil }
            lastSign = now
        // It may have been told to somebody else meanwhile.
        case .resumed: isHeld = nil
        case .resized, .alarm, .stopRequested, .hungUp: break
        }
    }

    /// Whether nobody needs to be called to the screen.
    func isHere(at now: ContinuousClock.Instant) -> Bool {
        guard isHeld == true, let lastSign else { return false }
        return now - lastSign < Self.patience
    }

    /// How often the clock goes on: seldom while the keyboard is certainly somewhere else.
    var pace: SecondHand.Pace { isHeld == false ? .calm : .usual }
}
