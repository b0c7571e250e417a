package import Drawing

/// What a terminal is opened with.
package struct TerminalConfiguration: Sendable {
    /// When to use colours.
    package enum ColorChoice: String, CaseIterable, Sendable {
        /// When the terminal has them and `NO_COLOR` is unset or empty (no-color.org).
        case auto
        /// Whenever the terminal has them.
        case always
        /// Attributes only.
        case never
    }

    /// Where keys come from; has to be a terminal.
    package var input: Int32
    /// Where the screen goes; has to be a terminal.
    package var output: Int32
    /// The terminal's name in terminfo, or nil for the environment's `TERM`.
    package var terminalType: String?
    /// When to use colours.
    package var colors: ColorChoice
    /// The colours of each meaning.
    package var theme: Theme
    /// Whether to show nothing but ASCII, whatever the locale says.
    package var asciiOnly: Bool
    /// Whether the mouse is on from the start.
    package var mouse: Bool

    /// Makes a configuration; by default for standard input and output and the user's environment.
    package init(
        input: Int32 = 0, output: Int32 = 1, terminalType: String? = nil, colors: ColorChoice = .auto,
        theme: Theme = .standard, asciiOnly: Bool = false, mouse: Bool = false
    ) {
        self.input = input
        self.output = output
        self.terminalType = terminalType
        self.colors = colors
        self.theme = theme
        self.asciiOnly = asciiOnly
        self.mouse = mouse
    }
}
