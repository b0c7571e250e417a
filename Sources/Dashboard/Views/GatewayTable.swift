import Drawing
import FleetModel

/// A line for each gateway: its state, its layers, how long its answer takes, its last probes, its certificate, and the
/// servers behind it.
struct GatewayTable: BoardTable {
    /// A column of the gateways.
    enum Field: Hashable, Sendable {
        case state, name, cells, time, history, certificate, servers, since, diagnosis
    }

    private let state: DashboardState
    private let places: [ColumnPlace<Field>]

    init(_ state: DashboardState, width: Int) {
        self.state = state
        let ids = state.items.compactMap { if case .gateway(let id) = $0 { id } else { nil } }
        places = Self.places(width: width, longestName: ids.map { TextWidth.cells(of: $0) }.max() ?? 0)
    }

    private static func places(width: Int, longestName: Int) -> [ColumnPlace<Field>] {
        let isWide = width >= 60
        return ColumnLayout.places(
            of: [
                Column(.state, title: isWide ? " STATE" : "", minimum: isWide ? 6 : 2, ideal: isWide ? 6 : 2),
                Column(.name, title: "GATEWAY", minimum: 8, ideal: max(10, min(longestName, 24))),
                Column(
                    .cells, title: "D P T X S C N U G", minimum: LayersColumn.tight, ideal: LayersColumn.spaced),
                Column(.time, title: "TIME", minimum: 7, ideal: 7, alignment: .right),
                Column(.history, title: "HISTORY", minimum: 10, ideal: width >= 150 ? ProbeTrail.limit : 10),
                Column(.certificate, title: "CERT", minimum: 5, ideal: 5, alignment: .right),
                Column(.servers, title: "SERVERS BEHIND IT", minimum: 13, ideal: 26),
                Column(.since, title: "SINCE", minimum: 5, ideal: 5, alignment: .right),
                Column(.diagnosis, title: "DIAGNOSIS", minimum: 16, ideal: 38, stretches: true),
            ],
            narrowing: [
                .limit(.diagnosis, 24), .drop(.history), .shrink(.diagnosis), .condense(.cells), .drop(.time),
                .condense(.servers), .drop(.certificate), .drop(.since), .drop(.cells), .shrink(.name),
                .drop(.diagnosis), .drop(.servers),
            ],
            width: width)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        for place in places {
            let title =
                switch place.column.id {
                case .cells where place.width < LayersColumn.spaced: "DPTXSCNUG"
                case .servers where place.width < place.column.ideal: "BEHIND IT"
                case .state, .name, .cells, .time, .history, .certificate, .servers, .since, .diagnosis:
                    place.column.title
                }
            let isSorted = place.column.id == sorted
            canvas.put(
                place.fit(isSorted && place.width > 2 ? state.list.sortedTitle(title, width: place.width) : title),
                at: point(place, rect), style: Style(.heading))
        }
    }

    private var sorted: Field? {
        switch state.list.sort {
        case .severity: .state
        case .name: .name
        case .certificate: .certificate
        case .since: .since
        case .site, .roundTrip, .issuer, .servers: nil
        }
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        guard case .gateway(let id) = item, let status = state.gateways[id] else { return }
        let row = state.gatewayRows[id]
        let isStale = row?.isStale(at: state.now) == true
        let flag = row.flatMap { RowFlag(RowFlag.Facts(status: $0, isStale: isStale), now: state.now) }
        for place in places {
            if place.column.id == .history {
                state.shown.gatewayTrails[id].map {
                    HistoryColumn.draw($0, width: place.width, at: point(place, rect), on: &canvas, state.glyphs)
                }
                continue
            }
            let line = value(place, status, flag).clipped(to: place, ellipsis: String(state.glyphs.ellipsis))
            line.draw(
                in: Rect(origin: point(place, rect), size: Size(width: place.width, height: 1)), on: &canvas,
                glyphs: state.glyphs)
        }
        if isStale { canvas.restyle(rect.row(0)) { Style(.stale, $0.attributes) } }
    }

    private func point(_ place: ColumnPlace<Field>, _ rect: Rect) -> Point {
        Point(column: rect.origin.column + place.start, row: rect.origin.row)
    }

    private func value(_ place: ColumnPlace<Field>, _ status: GatewayStatus, _ flag: RowFlag?) -> Line {
        let judgement = status.judgement
        switch place.column.id {
        case .state:
            let word = place.width >= 6 ? judgement.state.word : judgement.state.sign
            return Line(flag?.sign ?? " ", flag?.role ?? .normal).adding(word, judgement.state.role)
        case .name: return Line(status.gateway.name)
        case .cells:
            let gap = place.width >= LayersColumn.spaced ? " " : ""
            return Layer.allCases.reduce(Line()) { line, layer in
                let cell = judgement.cells[layer]
                return line.adding((layer == .dns ? "" : gap)).adding(cell.sign(state.glyphs), cell.role)
            }
        case .time: return Line(status.snapshot?.transport?.outcome.microseconds.latency ?? "-", .dim)
        // Drawn cell by cell.
        case .history: return Line()
        case .certificate:
            guard let left = judgement.certificateLeft else { return Line("?", .dim) }
            // Of a gateway that shows none now it is still known which one it had.
            guard status.snapshot?.showsCertificate == true else {
                return Line(left.countdown, .dim)
            }
            let role = judgement.cells[.certificate].role
            return Line(left.countdown, role == .ok ? .normal : role)
        case .servers: return servers(status.gateway.id, width: place.width)
        case .since: return Line(status.age(at: state.now)?.compact ?? "-", .dim)
        case .diagnosis:
            guard status.snapshot != nil else { return Line("not probed yet", .dim) }
            guard let headline = judgement.headline else { return Line(judgement.state.word, .dim) }
            let fits = TextWidth.cells(of: headline.medium) <= place.width
            return Line(fits ? headline.medium : headline.short, judgement.state == .ok ? .dim : .normal)
        }
    }

    /// `17 DOWN  2 WARN  22 ok`; where that does not fit, only the worst: `17 of 41 DOWN`, or `17 DOWN`.
    private func servers(_ id: Gateway.ID, width: Int) -> Line {
        guard let counts = state.board.groups[.gateway(id)]?.counts else { return Line("-", .dim) }
        let numbers: [(Int, String, Role)] = [
            (counts.down, "DOWN", .failed), (counts.warning, "WARN", .warning),
            (counts.unknown + counts.unconfirmed, "?", .unknown), (counts.ok, "ok", .ok),
        ]
        let shown = numbers.filter { $0.0 > 0 }
        let whole = shown.enumerated().reduce(Line()) { line, entry in
            let (count, word, role) = entry.element
            return line.adding(entry.offset == 0 ? "" : "  ").adding("\(count) \(word)", role)
        }
        guard whole.width > width, let (count, word, role) = shown.first else { return whole }
        let forms = ["\(count) of \(shown.reduce(0) { $0 + $1.0 }) \(word)", "\(count) \(word)"]
        return Line(forms.first { $0.count <= width } ?? forms[1], role)
    }
}

extension Line {
    /// The line aligned in a column.
    fileprivate func clipped<ID>(to place: ColumnPlace<ID>, ellipsis: String) -> Line {
        guard place.column.alignment == .right, width < place.width else { return self }
        return Line(pad("", to: place.width - width)).adding(self)
    }
}
