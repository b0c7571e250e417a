import Drawing

/// The colours and attributes of every meaning.
///
/// No theme sets a background: text stands on the terminal's own, in its own foreground unless a colour repeats what
/// letters and places already say.
package enum Theme: String, CaseIterable, Sendable {
    /// For dark backgrounds.
    case standard = "default"
    /// For light backgrounds.
    case light
    /// Attributes only, whatever the terminal can do.
    case mono
    /// For people who do not tell red from green: orange, vermillion and blue, or yellow and blue with few colours.
    case cvd
    /// The strongest colours on a dark background, nothing dimmed.
    case highContrast = "high-contrast"

    /// Returns how a meaning looks on a terminal with that many colours.
    func paint(_ role: Role, colors: Int) -> Paint {
        let depth: ColorDepth = self == .mono ? .none : ColorDepth(colors: colors)
        var attributes = Self.attributes(role, depth)
        if self == .highContrast { attributes.remove(.dim) }
        let color = palette(depth).flatMap { $0.color(of: role) }
        return Paint(color: color ?? Paint.terminalDefault, attributes: attributes)
    }

    private func palette(_ depth: ColorDepth) -> Palette? {
        switch (self, depth) {
        case (_, .none), (.mono, _): nil
        case (.standard, .few): Palette(warning: 3, failed: 1, unknown: 6, recovered: 4, faint: nil)
        case (.standard, .many), (.cvd, .many):
            Palette(warning: 214, failed: 166, unknown: 74, recovered: 39, faint: 245)
        case (.cvd, .few): Palette(warning: 3, failed: 4, unknown: nil, recovered: 6, faint: nil)
        case (.light, .few): Palette(warning: 5, failed: 1, unknown: 4, recovered: 4, faint: nil)
        case (.light, .many): Palette(warning: 130, failed: 124, unknown: 25, recovered: 26, faint: 242)
        case (.highContrast, .few): Palette(warning: 3, failed: 1, unknown: 6, recovered: 6, faint: nil)
        case (.highContrast, .many): Palette(warning: 226, failed: 210, unknown: 87, recovered: 123, faint: nil)
        }
    }

    private static func attributes(_ role: Role, _ depth: ColorDepth) -> Style.Attributes {
        switch role {
        case .normal, .ok, .acknowledged: []
        case .strong, .fresh, .marked, .title, .heading, .key, .cause, .prompt: .bold
        case .failed: depth == .none ? [.reverse, .bold] : .reverse
        case .warning, .recovered: depth == .many ? [] : .bold
        case .unknown: depth == .none ? .underline : []
        case .changed: .underline
        case .dim, .notReached, .notApplicable, .stale, .muted, .border: depth == .many ? [] : .dim
        case .selected: .reverse
        }
    }
}

/// How a meaning looks: a colour by its number, and attributes.
struct Paint: Hashable {
    /// The number curses has for the terminal's own foreground.
    static let terminalDefault: Int16 = -1

    let color: Int16
    let attributes: Style.Attributes

    /// Returns the attributes together with a style's own, of which reverse turns reverse back.
    func attributes(with added: Style.Attributes) -> Style.Attributes {
        let both = attributes.contains(.reverse) && added.contains(.reverse)
        return both ? attributes.union(added).subtracting(.reverse) : attributes.union(added)
    }
}

/// How many colours a theme may choose from.
enum ColorDepth: Hashable {
    case none
    case few
    case many

    init(colors: Int) {
        self = colors >= 256 ? .many : colors >= 8 ? .few : .none
    }
}

/// The few colours of a theme; nil is the terminal's own foreground.
private struct Palette {
    let warning: Int16
    let failed: Int16
    let unknown: Int16?
    let recovered: Int16
    let faint: Int16?

    func color(of role: Role) -> Int16? {
        switch role {
        case .warning: warning
        case .failed, .acknowledged, .cause: failed
        case .unknown: unknown
        case .recovered: recovered
        case .dim, .notReached, .notApplicable, .stale, .muted, .border: faint
        case .normal, .strong, .ok, .fresh, .marked, .changed, .title, .heading, .key, .selected, .prompt: nil
        }
    }
}
