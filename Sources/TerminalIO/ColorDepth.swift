/// How many colours a theme may choose from.
enum ColorDepth: Hashable, CaseIterable {
    case none
    /// Those of ECMA-48: red is 1, white 7.
    case eight
    /// The same, and the brighter half from 8 on.
    case sixteen
    /// xterm's 256, of which those from 16 on look the same everywhere.
    case palette
    /// Red, green and blue in eight bits each, as terminfo's `RGB` promises (user_caps(5)).
    case direct

    /// The depth of a terminal with so many colours.
    init(colors: Int, isDirect: Bool = false) {
        self = isDirect ? .direct : colors >= 256 ? .palette : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
    }

    /// Whether what the numbers look like is the terminal's choice, and few of them can be read everywhere.
    var isFew: Bool { self == .eight || self == .sixteen }
}
