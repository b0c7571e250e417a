import Drawing

/// How a meaning looks: colours by their numbers, and attributes.
struct Paint: Hashable {
    /// The number curses has for the terminal's own foreground, and for its background.
    static let terminalDefault: Int32 = -1

    let color: Int32
    let background: Int32
    let attributes: Style.Attributes

    /// Makes a look; nil is the terminal's own colour.
    init(color: Int32?, background: Int32? = nil, attributes: Style.Attributes) {
        self.color = color ?? Self.terminalDefault
        self.background = background ?? Self.terminalDefault
        self.attributes = attributes
    }

    /// Whether it needs colours other than the terminal's own.
    var hasColor: Bool { color != Self.terminalDefault || background != Self.terminalDefault }

    /// Returns the attributes together with a style's own, of which reverse turns reverse back, and leaves alone what
    /// has a background of its own: both stand out in a selected row.
    func attributes(with added: Style.Attributes) -> Style.Attributes {
        let both = attributes.union(added)
        let standsOut = attributes.contains(.reverse) || background != Self.terminalDefault
        return standsOut && added.contains(.reverse) ? both.subtracting(.reverse) : both
    }
}
