import Drawing

/// Which part of the screen stands where.
///
/// ```
///  tall enough (16 rows)         details open, tall and wide    details open, small
/// +--------------------------+  +--------------------------+  +--------------------------+
/// | title                    |  | title                    |  | counts, clock            |
/// | counts                   |  | counts                   |  | detail                   |
/// | cause                    |  | summary                  |  |                          |
/// | strip: filter, order     |  | cause                    |  |                          |
/// | grid                     |  | strip                    |  |                          |
/// |                          |  | grid                     |  |                          |
/// |                          |  | detail                   |  |                          |
/// |                          |  | events                   |  |                          |
/// | status, or a prompt      |  | status                   |  | status                   |
/// | footer: keys             |  | footer                   |  | footer                   |
/// +--------------------------+  +--------------------------+  +--------------------------+
/// ```
///
/// From 180 columns on the details stand at the right of the grid, open or not. The second line of counts, the summary,
/// needs 120 columns and 30 rows. A smaller screen loses, in this order, the strip, the status and the title, the cause,
/// the footer. What is left down to a single row is the counts. A prompt is always there, and a notice takes the footer's
/// place where there is no status line.
struct Arrangement {
    /// The rectangles; a part that has none is not on the screen.
    private(set) var rects: [PaneID: Rect] = [:]

    /// The fewest columns and rows with which the details stand below the grid.
    static let sizeForBoth = Size(width: 100, height: 36)
    /// The fewest with which they stand beside it.
    static let sizeForSide = Size(width: 180, height: 24)
    /// The fewest that have room for the second line of counts.
    static let sizeForSummary = Size(width: 120, height: 30)
    /// The fewest rows at which events stand below the list unasked.
    static let heightForEvents = 30
    /// The fewest rows that have a footer.
    static let heightForFooter = 6

    /// Whether a screen of so many rows is tall enough for all lines above the grid.
    static func hasStrip(height: Int) -> Bool { height >= 16 }

    /// Lays out a screen of a size; what finds no room has no rectangle.
    init(of state: DashboardState, in bounds: Rect) {
        var rest = bounds
        let height = bounds.height
        let isTall = Self.hasStrip(height: height)
        let hasPrompt = state.prompt != nil
        let needsStatus = isTall || hasPrompt || (state.notice != nil && height >= 6)
        if height >= Self.heightForFooter, isTall || hasPrompt || !needsStatus { rects[.footer] = rest.cutBottom(1) }
        if needsStatus { rects[.status] = rest.cutBottom(1) }
        if state.isDetailOpen, height >= 6, state.isZoomed || !Self.hasRoomForBoth(bounds.size) {
            rects[.counts] = rest.cutTop(1)
            rects[.detail] = rest
        } else {
            layOutBoard(state, in: rest, of: bounds.size)
        }
        if state.answer?.isInFront == true { rects[.answer] = Self.overlay(in: bounds, isTyping: hasPrompt) }
        if case .question(let question)? = state.prompt {
            rects[.question] = QuestionPane.rect(for: question, in: bounds)
        }
        if state.overlay != nil { rects[.overlay] = Self.overlay(in: bounds, isTyping: hasPrompt) }
    }

    private mutating func layOutBoard(_ state: DashboardState, in room: Rect, of size: Size) {
        var rest = room
        let isTall = Self.hasStrip(height: size.height)
        if isTall, state.showsHeader { rects[.title] = rest.cutTop(1) }
        rects[.counts] = rest.cutTop(1)
        if state.showsHeader, size.holds(Self.sizeForSummary) { rects[.summary] = rest.cutTop(1) }
        if size.height >= 8 { rects[.cause] = rest.cutTop(1) }
        if isTall { rects[.strip] = rest.cutTop(1) }
        if let height = state.eventsHeight(in: size) { rects[.events] = rest.cutBottom(height) }
        if state.showsDetails(in: size), size.holds(Self.sizeForSide) {
            rects[.detail] = rest.cutRight(size.width / 3)
            rects[.divider] = rest.cutRight(1)
            // A verdict that is as wide as its column would touch the line.
            _ = rest.cutRight(1)
        } else if state.isDetailOpen, size.holds(Self.sizeForBoth) {
            rects[.detail] = rest.cutBottom(rest.height * 11 / 20)
        }
        rects[.grid] = rest
    }

    /// Whether a screen holds the list and the details of one server.
    static func hasRoomForBoth(_ size: Size) -> Bool { size.holds(sizeForSide) || size.holds(sizeForBoth) }

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

extension Size {
    /// Whether it is at least as large as another one, either way.
    fileprivate func holds(_ other: Size) -> Bool { width >= other.width && height >= other.height }
}

extension DashboardState {
    /// Whether the details of the selected server are on the screen, open or beside the list.
    var showsDetails: Bool { showsDetails(in: size) }

    /// The same on a screen of some size. Beside the list they stand as long as it is not zoomed.
    func showsDetails(in size: Size) -> Bool {
        isDetailOpen || (size.holds(Arrangement.sizeForSide) && !isZoomed && selected != nil)
    }

    /// Whether the events are on a screen of some size.
    func hasEvents(in size: Size) -> Bool { eventsHeight(in: size) != nil }

    /// Why the list or the details cannot have more of the screen; nil when they can.
    var whyNoZoom: String? {
        guard !isZoomed else { return nil }
        let hasOthers = hasEvents(in: size) || (showsDetails && Arrangement.hasRoomForBoth(size))
        return hasOthers ? nil : "nothing else is on the screen that could make room"
    }

    /// How many lines of the view fit on the screen; 0 when the grid is not on it.
    var gridHeight: Int {
        let rect = Arrangement(of: self, in: Rect(size: size)).rects[.grid]
        let height = rect?.height ?? 0
        return height - ViewTable[view].headingHeight(gridHeight: height)
    }

    /// How many cells a line of the list has; 0 when it is not on the screen.
    var gridWidth: Int { Arrangement(of: self, in: Rect(size: size)).rects[.grid]?.width ?? 0 }

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
