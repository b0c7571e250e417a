import Drawing
import FleetModel

/// A line for each server: its state, its layers, its certificate, its verdict.
struct ServerTable: BoardTable {
    private let state: DashboardState
    private let places: [ColumnPlace<GridColumn>]
    /// What stands before the name of a server below a heading; nothing where a name needs the room.
    private let indent: String

    init(_ state: DashboardState, width: Int) {
        self.state = state
        indent = width >= 60 && !state.board.belowHeadings.isEmpty ? "  " : ""
        places = GridColumn.places(
            width: width, longestName: state.rows.longestName + indent.count, hasSites: state.rows.hasSites)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        for place in places {
            let title =
                place.column.id == .cells && place.width < GridColumn.wideCells ? "DPTXSCNUG" : place.column.title
            canvas.put(
                place.fit(title), at: Point(column: rect.origin.column + place.start, row: rect.origin.row),
                style: Style(.heading))
        }
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        switch item {
        case .server(let index):
            let name = (state.board.isBelowHeading(index) ? indent : "") + state.rows.displayName(index)
            let row = Row(
                status: state.rows[index], name: name, flag: state.flag(index), said: state.rows.annotations(index))
            draw(row, rect, &canvas)
        case .gateway(let id):
            guard let status = state.gatewayRows[id] else { return }
            let row = Row(
                status: status, name: status.server.name, flag: RowFlag(status, now: state.now), said: .none)
            draw(row, rect, &canvas)
        case .group(let id):
            GroupLine.line(id, state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
        case .site, .certificate, .event, .eventFold: break
        }
    }

    /// What a line of a server or of a gateway is drawn from.
    private struct Row {
        var status: ServerStatus
        var name: String
        var flag: RowFlag?
        /// What people have said of it.
        var said: ServerAnnotations
    }

    private func draw(_ content: Row, _ row: Rect, _ canvas: inout Canvas) {
        let status = content.status
        let ellipsis = String(state.glyphs.ellipsis)
        for place in places {
            let point = Point(column: row.origin.column + place.start, row: row.origin.row)
            switch place.column.id {
            case .cells: draw(status.judgement.cells, place, point, state.glyphs, &canvas)
            case .flag, .state, .name, .site, .certificate, .since, .diagnosis:
                let (text, role) = value(place, content)
                canvas.put(place.fit(text, ellipsis: ellipsis), at: point, style: Style(role))
            }
        }
    }

    private func draw(
        _ cells: Cells, _ place: ColumnPlace<GridColumn>, _ point: Point, _ glyphs: Glyphs, _ canvas: inout Canvas
    ) {
        let step = place.width >= GridColumn.wideCells ? 2 : 1
        for layer in Layer.allCases {
            let cell = cells[layer]
            canvas.put(
                cell.sign(glyphs), at: Point(column: point.column + layer.index * step, row: point.row),
                style: Style(cell.role))
        }
    }

    private func value(
        _ place: ColumnPlace<GridColumn>, _ row: Row
    ) -> (String, Role) {
        let (status, said) = (row.status, row.said)
        let judgement = status.judgement
        switch place.column.id {
        case .flag: return row.flag.map { ($0.sign, $0.role) } ?? ("", .normal)
        case .state:
            return (place.width >= 5 ? judgement.state.word : judgement.state.sign, Self.stateRole(status, said))
        case .name: return (row.name, .normal)
        case .site: return (status.server.site ?? "", .dim)
        case .certificate:
            if let begins = Self.beginning(of: status, now: state.now) { return (begins, .failed) }
            guard let left = judgement.certificateLeft else {
                return (judgement.cells[.certificate] == .notApplicable ? "-" : "?", .dim)
            }
            return (Self.countdown(left), Self.countdownRole(judgement))
        case .since: return (status.age(at: state.now)?.compact ?? "-", .dim)
        case .diagnosis:
            let diagnosis = Self.diagnosis(status, width: place.width)
            guard let mute = said.mute else { return (diagnosis, judgement.state == .ok ? .dim : .normal) }
            let muted = "muted \(mute.ending(now: state.now))"
            let both = "\(muted): \(Self.diagnosis(status, width: 0))"
            return (TextWidth.cells(of: both) <= place.width ? both : muted, .dim)
        case .cells: return ("", .normal)
        }
    }

    /// Quiet for a server that somebody attends to.
    private static func stateRole(_ status: ServerStatus, _ said: ServerAnnotations) -> Role {
        if said.mute != nil { return .muted }
        return said.acknowledgement == nil ? status.judgement.state.role : .acknowledged
    }

    /// Days until the end, or hours on the last two; rounded down, so that an expired one is never `0d`.
    static func countdown(_ left: Span) -> String {
        left.milliseconds < 0 && left > .days(-2) ? "-\(max(1, -left.milliseconds / 3_600_000))h" : left.compact
    }

    /// When a certificate begins that is not yet valid, in five cells: `in 2d`, `in14d`; nil for any other.
    static func beginning(of status: ServerStatus, now: Instant) -> String? {
        guard let left = status.certificateBegins(after: now)?.compact else { return nil }
        return left.count > 3 ? ">99d" : left.count == 3 ? "in\(left)" : "in \(left)"
    }

    private static func countdownRole(_ judgement: Judgement) -> Role {
        switch judgement.cells[.certificate] {
        case .failed(.expired): .failed
        case .warning: .warning
        case .failed, .ok, .notReached, .notApplicable, .unknown: .normal
        }
    }

    /// The longest form of the verdict that fits.
    static func diagnosis(_ status: ServerStatus, width: Int) -> String {
        guard status.isKnown else { return "not probed yet" }
        // The gateway's own verdict stands once, in the line of the cause and among the gateways.
        if let gateway = status.judgement.behind { return "behind \(gateway)" }
        guard let headline = status.judgement.headline else {
            return status.judgement.state == .ok ? "ok" : status.judgement.state.word
        }
        let forms = [headline.medium, headline.short]
        return forms.first { TextWidth.cells(of: $0) <= width } ?? headline.short
    }
}
