/// What a program has switched on in its terminal and must switch off again before it ends.
package struct TerminalModes: Sendable, Equatable {
    /// The alternate screen of full-screen programs (`smcup`).
    package var alternateScreen: Bool
    /// The cursor, which full-screen programs hide (`civis`).
    package var cursorVisible: Bool
    /// Any kind of mouse reporting.
    package var mouse: Bool
    /// Application cursor keys (`smkx`).
    package var applicationKeys: Bool

    /// A terminal at a shell's prompt.
    package static let plain = TerminalModes(
        alternateScreen: false,
        cursorVisible: true,
        mouse: false,
        applicationKeys: false
    )
}
