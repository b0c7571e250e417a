package import Drawing

/// What a terminal can show.
package struct TerminalCapabilities: Hashable, Sendable {
    /// Colours in use: 0 when there are none or none are wanted, otherwise 8, 16, 256, or 16,777,216.
    package let colors: Int
    /// Whether the locale's encoding is UTF-8; otherwise everything but ASCII shows as `?`.
    package let utf8: Bool
    /// Whether the locale is Chinese, Japanese or Korean, where characters of ambiguous width often take two cells.
    package let eastAsian: Bool

    /// The glyphs that show correctly.
    package var glyphs: Glyphs { utf8 && !eastAsian ? .unicode : .ascii }
}
