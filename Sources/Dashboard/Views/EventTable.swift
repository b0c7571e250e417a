import Drawing
import FleetModel

/// A line for each event, or for several that are one story.
struct EventTable: BoardTable {
    private enum ColumnID: Sendable {
        case fold, time, kind, object, text
    }

    private let state: DashboardState
    private let stories: EventList
    private let places: [ColumnPlace<ColumnID>]
    /// Whether some events are of another day, so that the time needs the date.
    private let needsDates: Bool

    /// Lays the lines out.
    ///
    /// - Parameters:
    ///   - state: What is known.
    ///   - stories: The stories that may be drawn; nil for those of the view.
    ///   - width: The cells there are.
    init(_ state: DashboardState, stories: EventList? = nil, width: Int) {
        self.state = state
        self.stories = stories ?? state.shownStories
        let oldest = state.timeline.numbers.first.flatMap { state.timeline[$0] }
        needsDates = oldest.map { $0.at.dateText != state.now.dateText } ?? false
        let name = min(state.naming.longest(in: state.rows), 34)
        places = ColumnLayout.places(
            of: [
                Column(.fold, title: "", minimum: 1, ideal: 1),
                Column(.time, title: "TIME", minimum: 5, ideal: needsDates ? 14 : 8),
                Column(.kind, title: "WHAT", minimum: 5, ideal: 5),
                Column(.object, title: "SERVER", minimum: 13, ideal: max(26, name)),
                // No verdict has more than 38 characters.
                Column(.text, title: "TEXT", minimum: 16, ideal: 38, stretches: true),
            ],
            narrowing: [
                // That there are more can be said in fewer words, before what happened is cut.
                .limit(.object, max(24, name)), .limit(.object, max(16, name)), .shrink(.text), .shrink(.object),
                .condense(.time), .drop(.time), .drop(.fold), .drop(.text),
            ],
            width: width)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        for place in places {
            canvas.put(
                place.fit(heading(place)), at: Point(column: rect.origin.column + place.start, row: rect.origin.row),
                style: Style(.heading))
        }
    }

    /// What was dropped is said where the eye ends.
    private func heading(_ place: ColumnPlace<ColumnID>) -> String {
        let dropped = state.timeline.dropped
        guard place.column.id == .text, dropped > 0 else { return place.column.title }
        let title = place.column.title
        let forms = [
            "\(title)   (\(dropped) older \(dropped == 1 ? "event" : "events") dropped)",
            "\(title)   (\(dropped) dropped)",
        ]
        return forms.first { $0.count <= place.width } ?? title
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        switch item {
        case .event(let number, _, _):
            guard let event = state.timeline[number] else { return }
            draw(Entry(event, name: name(of: event), isInside: !stories.isSingle(number)), rect, &canvas)
        case .eventFold(let id):
            guard let fold = stories[id], let event = state.timeline[fold.headline] else { return }
            draw(
                Entry(fold, event, name: name(of: event), isUnfolded: state.list.unfolded.contains(item)), rect, &canvas
            )
        case .server, .gateway, .group, .site, .certificate: break
        }
    }

    /// What stands in a line.
    private struct Entry {
        var sign = ""
        var at: Instant
        var word: String
        var role: Role
        /// Whom it is about, the fullest form first.
        var objects: [String]
        /// What stands behind the object, whatever room that has.
        var tail = ""
        /// What is said of it, the fullest form first.
        var texts: [String]

        init(_ event: TimelineEvent, name: String, isInside: Bool) {
            at = event.at
            word = event.word
            role = event.role
            objects = [(isInside ? "  " : "") + name]
            // That nobody knows how long it had been so must not get lost, unless the line above says it.
            texts =
                [event.sentence] + (isInside ? [event.text] : [])
                + (isInside || !event.isFirstSight ? [event.short] : []) + event.withoutVerdict
        }

        init(_ fold: EventFold, _ headline: TimelineEvent, name: String, isUnfolded: Bool) {
            sign = isUnfolded ? "-" : "+"
            at = fold.at
            texts = [fold.text] + headline.withoutVerdict
            guard !fold.isFirstSweep else {
                (word, role, objects) = ("start", .dim, ["first sweep"])
                return
            }
            let others = fold.numbers.count - 1
            var isGateway = false
            if case .gateway = headline.subject { isGateway = true }
            word = headline.word
            role = headline.role
            let what = isGateway ? "behind it" : "more"
            objects = ["\(name) and \(others) \(what)", "\(name) +\(others) \(what)", "\(name) +\(others)"]
            tail = " +\(others)"
        }

        /// The fullest form that fits; a name is cut before the number behind it is.
        func object(width: Int, ellipsis: String) -> String {
            objects.first { TextWidth.cells(of: $0) <= width }
                ?? clip(objects[0].prefix { $0 != " " || tail.isEmpty }, to: width - tail.count, ellipsis: ellipsis)
                + tail
        }

        /// The fullest form that fits, or else the fullest.
        func text(width: Int) -> String { texts.first { TextWidth.cells(of: $0) <= width } ?? texts.first ?? "" }
    }

    private func draw(_ entry: Entry, _ row: Rect, _ canvas: inout Canvas) {
        let ellipsis = String(state.glyphs.ellipsis)
        for place in places {
            let (text, role): (String, Role) =
                switch place.column.id {
                case .fold: (entry.sign, .dim)
                case .time: (time(entry.at, width: place.width), .dim)
                case .kind: (entry.word, entry.role)
                case .object: (entry.object(width: place.width, ellipsis: ellipsis), .normal)
                case .text: (entry.text(width: place.width), .normal)
                }
            canvas.put(
                place.fit(CleanText.clean(text), ellipsis: ellipsis),
                at: Point(column: row.origin.column + place.start, row: row.origin.row), style: Style(role))
        }
    }

    /// `14:21:40`, `11-22 14:21:40` when some are of another day, `14:21` where there is no room.
    private func time(_ at: Instant, width: Int) -> String {
        if width < 8 { return String(at.timeText.prefix(5)) }
        return needsDates && width >= 14 ? "\(at.dateText.dropFirst(5)) \(at.timeText)" : at.timeText
    }

    private func name(of event: TimelineEvent) -> String {
        switch event.subject {
        case .server(let id): state.rows.index(of: id).map { state.naming.name(of: $0, in: state.rows) } ?? id.text
        case .gateway(let id): state.gateways[id]?.gateway.name ?? id
        case .fleet: "our side"
        }
    }
}

extension TimelineEvent {
    /// The meaning of its word on the screen.
    var role: Role {
        switch kind {
        case .down: .failed
        case .warning: .warning
        case .unknown: .unknown
        case .recovered: .recovered
        case .verdictChanged: previous?.role ?? .normal
        case .certificateRenewed, .certificateChanged: .strong
        case .ourSideTrouble: .unknown
        case .ourSideFine: .ok
        case .acknowledged: .acknowledged
        case .muted: .muted
        case .lifted: .dim
        case .probingStopped: .warning
        case .probingResumed: .ok
        }
    }
}

extension TimelineEvent {
    /// `was DOWN for 35s` of a recovery whose verdict finds no room: what it was stands where it began. None of others.
    fileprivate var withoutVerdict: [String] {
        kind == .recovered ? [String(text.prefix { $0 != ":" })] : []
    }
}
