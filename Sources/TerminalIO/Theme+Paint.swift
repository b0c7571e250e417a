import Drawing

/// The colours and attributes of every meaning.
///
/// Text stands on the terminal's own background, in its own foreground unless a colour repeats what letters and places
/// already say. Only where there are too few colours to be read on a background that is not known does a failure bring
/// its own.
extension Theme {
    /// Returns how a meaning looks on a terminal with that many colours to choose from.
    func paint(_ role: Role, depth: ColorDepth) -> Paint {
        let depth = self == .mono ? .none : depth
        let palette = palette(depth)
        if role == .failed, let ground = palette?.failedGround {
            return Paint(color: palette?.onGround, background: ground, attributes: .bold)
        }
        let number = palette?.color(of: role)
        var attributes = Self.attributes(role, depth, hasColor: number != nil)
        if self == .highContrast { attributes.remove(.dim) }
        // Many terminals show bold text in the brighter half of sixteen colours, which is too bright on white.
        if self == .light, depth.isFew, number != nil { attributes.remove(.bold) }
        return Paint(color: depth == .direct ? number.map(XtermPalette.rgb) : number, attributes: attributes)
    }

    private func palette(_ depth: ColorDepth) -> Palette? {
        switch (self, depth) {
        case (_, .none), (.mono, _): nil
        case (.standard, .eight):
            Palette(warning: 3, failed: 1, failedGround: 1, onGround: 7, unknown: 6, recovered: 6)
        case (.standard, .sixteen): Palette(warning: 11, failed: 9, unknown: 6, recovered: 14)
        case (.standard, .palette), (.standard, .direct):
            Palette(warning: 214, failed: 166, unknown: 74, recovered: 39, faint: 245)
        case (.light, .eight), (.light, .sixteen): Palette(warning: 5, failed: 1, unknown: 4, recovered: 4)
        case (.light, .palette), (.light, .direct):
            Palette(warning: 130, failed: 124, unknown: 25, recovered: 26, faint: 242)
        case (.cvd, .eight): Palette(warning: 3, failedGround: 4, onGround: 7, recovered: 6)
        case (.cvd, .sixteen): Palette(warning: 11, failedGround: 4, onGround: 15, recovered: 14)
        case (.cvd, .palette), (.cvd, .direct):
            Palette(warning: 220, failed: 166, unknown: 117, recovered: 33, faint: 245)
        case (.highContrast, .eight): Palette(warning: 3, unknown: 6, recovered: 6)
        case (.highContrast, .sixteen): Palette(warning: 11, unknown: 14, recovered: 14)
        case (.highContrast, .palette), (.highContrast, .direct):
            Palette(warning: 226, failed: 210, unknown: 87, recovered: 123)
        }
    }

    private static func attributes(_ role: Role, _ depth: ColorDepth, hasColor: Bool) -> Style.Attributes {
        switch role {
        case .normal, .ok: []
        case .strong, .fresh, .marked, .title, .heading, .key, .cause, .prompt: .bold
        case .failed: hasColor ? .reverse : [.reverse, .bold]
        // With eight colours, bold makes them bright enough to be read.
        case .acknowledged: depth.isFew && hasColor ? .bold : []
        case .warning, .recovered: depth.isFew || !hasColor ? .bold : []
        case .unknown: hasColor ? [] : .underline
        case .changed: .underline
        case .dim, .notReached, .notApplicable, .stale, .muted, .border: hasColor ? [] : .dim
        case .selected: .reverse
        }
    }
}

/// The few colours of a theme; nil is the terminal's own foreground.
private struct Palette {
    var warning: Int32?
    /// Of failures in reverse, and of the text about them.
    var failed: Int32?
    /// What a failure stands on instead, in bold `onGround`.
    var failedGround: Int32?
    var onGround: Int32?
    var unknown: Int32?
    var recovered: Int32?
    var faint: Int32?

    func color(of role: Role) -> Int32? {
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
