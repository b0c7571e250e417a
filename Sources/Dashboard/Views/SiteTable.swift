import Drawing
import FleetModel

/// A line for each part of the fleet: how many servers are in which state, and at how many each layer failed.
struct SiteTable: BoardTable {
    /// A column of the matrix.
    enum Field: Hashable, Sendable {
        case name, servers, down, warning
        case layer(Layer)
    }

    private let state: DashboardState
    private let places: [ColumnPlace<Field>]

    init(_ state: DashboardState, width: Int) {
        self.state = state
        let longest =
            state.items.map { item in
                if case .site(let id) = item { TextWidth.cells(of: id.name) } else { 0 }
            }.max() ?? 0
        let digits = String(state.rows.count).count
        places = Self.places(width: width, longestName: longest, digits: digits, title: state.grouping.title)
    }

    /// The layers that decide whether users get in stay longest; failures of so many tried become failures alone first.
    private static func places(width: Int, longestName: Int, digits: Int, title: String) -> [ColumnPlace<Field>] {
        let number = max(4, digits)
        let layers = Layer.allCases.map { layer in
            Column(
                Field.layer(layer), title: layer.columnTitle, minimum: number, ideal: max(6, digits * 2 + 1),
                alignment: .right)
        }
        let late: [Layer] = [.ping, .udp, .nla, .certificate, .dns, .x224, .gateway, .tls, .tcp]
        return ColumnLayout.places(
            of: [
                Column(.name, title: " " + title, minimum: 8, ideal: max(10, min(longestName + 1, 24))),
                Column(.servers, title: "SERVERS", minimum: 7, ideal: 7, alignment: .right),
                Column(.down, title: "DOWN", minimum: number, ideal: number, alignment: .right),
                Column(.warning, title: "WARN", minimum: number, ideal: number, alignment: .right),
            ] + layers,
            narrowing: Layer.allCases.reversed().map { .condense(.layer($0)) } + [.drop(.servers)]
                + late.prefix(3).map { .drop(.layer($0)) } + [.shrink(.name), .drop(.warning)]
                + late.dropFirst(3).map { .drop(.layer($0)) } + [.drop(.down)],
            width: width, gap: 1)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        for place in places {
            canvas.put(place.fit(place.column.title), at: point(place, rect), style: Style(.heading))
        }
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        guard case .site(let id) = item, let group = state.board.groups[id] else { return }
        for place in places {
            let (text, role) = value(place, id, group)
            canvas.put(
                place.fit(text, ellipsis: String(state.glyphs.ellipsis)), at: point(place, rect), style: Style(role))
        }
    }

    private func point(_ place: ColumnPlace<Field>, _ rect: Rect) -> Point {
        Point(column: rect.origin.column + place.start, row: rect.origin.row)
    }

    private func value(_ place: ColumnPlace<Field>, _ id: GroupID, _ group: BoardGroup) -> (String, Role) {
        switch place.column.id {
        case .name: return (" " + id.name, .normal)
        case .servers: return (String(group.members.count), .dim)
        case .down: return (String(group.counts.down), group.counts.down > 0 ? .failed : .dim)
        case .warning: return (String(group.counts.warning), group.counts.warning > 0 ? .warning : .dim)
        case .layer(let layer):
            guard let counts = state.board.layers[id]?[layer], counts.tried > 0 else { return ("-", .notApplicable) }
            let isFull = place.width >= place.column.ideal
            let text = isFull ? "\(counts.failed)/\(counts.tried)" : String(counts.failed)
            return (text, counts.failed > 0 ? .failed : .dim)
        }
    }
}

extension Layer {
    /// The layer in at most four letters.
    fileprivate var columnTitle: String {
        switch self {
        case .dns: "DNS"
        case .ping: "PING"
        case .tcp: "TCP"
        case .x224: "X224"
        case .tls: "TLS"
        case .certificate: "CERT"
        case .nla: "NLA"
        case .udp: "UDP"
        case .gateway: "GW"
        }
    }
}

extension Grouping {
    /// The title of its column.
    fileprivate var title: String {
        switch self {
        case .none: "FLEET"
        case .cause: "CAUSE"
        case .site: "SITE"
        case .tag: "TAG"
        case .gateway: "GATEWAY"
        case .owner: "OWNER"
        case .state: "STATE"
        }
    }
}
