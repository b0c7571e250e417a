package import Drawing

/// What a terminal has to say.
package enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted; it never arrives as keys, and is cut at 65,536 characters. Line breaks are `\n`, other control
    /// characters are gone.
    case pasted(String)
    /// Something was done with the mouse; comes only while that is on.
    case mouse(MouseInput)
    /// The terminal has got the keyboard, or somebody else has. Not every terminal tells.
    case focus(isHeld: Bool)
    /// The terminal has a new size.
    case resized(Size)
    /// The program goes on after a stop, and the screen has been painted again.
    case resumed
    /// The time has come that was asked for.
    case alarm
    /// A signal asks the program to end: SIGTERM, SIGINT or SIGHUP. The same signal once more ends it at once.
    case stopRequested(signal: Int32)
    /// The terminal is gone; nothing else will come.
    case hungUp
}
