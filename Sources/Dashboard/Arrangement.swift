import Drawing

/// Which part of the screen stands where.
///
/// ```
///  tall enough (16 rows)         details open, tall and wide    details open, small
/// +--------------------------+  +--------------------------+  +--------------------------+
/// | title                    |  | title                    |  | counts, clock            |
/// | counts                   |  | counts                   |  | detail                   |
/// | cause                    |  | cause                    |  |                          |
/// | strip: filter, order     |  | strip                    |  |                          |
/// | grid                     |  | grid                     |  |                          |
/// |                          |  | detail                   |  |                          |
/// |                          |  |                          |  |                          |
/// | status, or a prompt      |  | status                   |  | status                   |
/// | footer: keys             |  | footer                   |  | footer                   |
/// +--------------------------+  +--------------------------+  +--------------------------+
/// ```
///
/// A smaller screen loses, in this order, the strip, the status and the title, the cause, the footer. What is left down
/// to a single row is the counts. A prompt is always there, and a notice takes the footer's place where there is no
/// status line.
struct Arrangement {
    /// The rectangles; a part that has none is not on the screen.
    private(set) var rects: [PaneID: Rect] = [:]

    /// The fewest columns and rows with which the details stand below the grid.
    static let sizeForBoth = Size(width: 100, height: 36)

    /// Whether a screen of so many rows is tall enough for all lines above the grid.
    static func hasStrip(height: Int) -> Bool { height >= 16 }

    /// Lays out a screen of a size; what finds no room has no rectangle.
    init(of state: DashboardState, in bounds: Rect) {
        var rest = bounds
        let height = bounds.height
        let isTall = Self.hasStrip(height: height)
        let hasPrompt = state.prompt != nil
        let needsStatus = isTall || hasPrompt || (state.notice != nil && height >= 6)
        if height >= 6, isTall || hasPrompt || !needsStatus { rects[.footer] = rest.cutBottom(1) }
        if needsStatus { rects[.status] = rest.cutBottom(1) }
        let showsBoth = bounds.width >= Self.sizeForBoth.width && height >= Self.sizeForBoth.height
        if state.isDetailOpen, !showsBoth, height >= 6 {
            rects[.counts] = rest.cutTop(1)
            rects[.detail] = rest
        } else {
            if isTall { rects[.title] = rest.cutTop(1) }
            rects[.counts] = rest.cutTop(1)
            if height >= 8 { rects[.cause] = rest.cutTop(1) }
            if isTall { rects[.strip] = rest.cutTop(1) }
            if state.isDetailOpen, showsBoth { rects[.detail] = rest.cutBottom(rest.height * 11 / 20) }
            rects[.grid] = rest
        }
        if state.answer?.isInFront == true { rects[.answer] = Self.overlay(in: bounds, isTyping: hasPrompt) }
        if state.overlay != nil { rects[.overlay] = Self.overlay(in: bounds, isTyping: hasPrompt) }
    }

    /// The whole width, so that no scraps of rows stand beside it; the counts and the keys stay in sight where they fit.
    ///
    /// - Parameters:
    ///   - bounds: The screen.
    ///   - isTyping: Whether there is a prompt, which stays in sight at any size.
    /// - Returns: The rectangle of what lies on top.
    static func overlay(in bounds: Rect, isTyping: Bool) -> Rect {
        var rest = bounds
        if bounds.height >= 16 {
            _ = rest.cutTop(2)
            _ = rest.cutBottom(2)
        } else if isTyping {
            _ = rest.cutBottom(bounds.height >= 6 ? 2 : 1)
        }
        return rest
    }
}

extension DashboardState {
    /// Whether the grid has a line of column titles.
    static func hasHeading(gridHeight: Int) -> Bool { gridHeight >= 6 }

    /// How many servers fit on the screen; 0 when the grid is not on it.
    var gridHeight: Int {
        let rect = Arrangement(of: self, in: Rect(size: size)).rects[.grid]
        let height = rect?.height ?? 0
        return Self.hasHeading(gridHeight: height) ? height - 1 : height
    }

    /// How many lines of the details fit, and the last line that may stand on top.
    var detailRoom: (height: Int, last: Int) {
        guard let rect = Arrangement(of: self, in: Rect(size: size)).rects[.detail] else { return (0, 0) }
        let inside = DetailPane.inside(rect)
        return (inside.height, max(0, DetailPane().lines(self, width: inside.width).count - inside.height))
    }

    /// How many lines of the overlay fit, and the last line that may stand on top.
    var overlayRoom: (height: Int, last: Int) {
        guard let rect = Arrangement(of: self, in: Rect(size: size)).rects[.overlay] else { return (0, 0) }
        let frame = OverlayFrame(rect)
        let lines = OverlayPane().lines(self, width: frame.textWidth)
        return (frame.inside.height, max(0, lines.count - frame.inside.height))
    }
}
