import Drawing
import FleetModel

/// A line for each part of the fleet: how many servers are in which state, and at how many each layer failed, or has a
/// warning.
struct SiteTable: BoardTable {
    /// A column of the matrix.
    enum Field: Hashable, Sendable {
        case name, servers, down, warning
        case layer(Layer)
    }

    private let state: DashboardState
    private let places: [ColumnPlace<Field>]
    /// Whether there is room to say of how many a layer failed; for all layers or for none.
    private let showsTried: Bool

    /// What a cell of a layer says, for the help.
    static let signs: [(sign: String, meaning: String)] = [
        ("2/14", "the layer failed at 2 of the 14 servers that got as far as trying it"),
        ("!3", "it passed at 3 of them and is not as it should be; behind failures where there is room"),
        ("-", "no server got as far as trying it"),
    ]

    init(_ state: DashboardState, width: Int) {
        self.state = state
        let longest =
            state.items.map { item in
                if case .site(let id) = item { TextWidth.cells(of: id.name) } else { 0 }
            }.max() ?? 0
        let digits = String(state.rows.count).count
        let columns = { (layerWidth: Int) in
            Self.columns(
                title: state.grouping.title, name: max(10, min(longest + 1, 24)), number: max(4, digits),
                layer: layerWidth)
        }
        let fits = { (columns: [Column<Field>]) in columns.reduce(columns.count - 1) { $0 + $1.ideal } <= width }
        // `14/14 !14`, `14/14`, and `14` or `!14`.
        let full = [columns(max(7, digits * 3 + 3)), columns(max(6, digits * 2 + 2))].first(where: fits)
        showsTried = full != nil
        places = ColumnLayout.places(
            of: full ?? columns(max(4, digits + 1)), narrowing: Self.narrowing, width: width)
    }

    private static func columns(title: String, name: Int, number: Int, layer: Int) -> [Column<Field>] {
        [
            Column(.name, title: " " + title, minimum: 8, ideal: name),
            Column(.servers, title: "SERVERS", minimum: 7, ideal: 7, alignment: .right),
            Column(.down, title: "DOWN", minimum: number, ideal: number, alignment: .right),
            Column(.warning, title: "WARN", minimum: number, ideal: number, alignment: .right),
        ]
            + Layer.allCases.map {
                Column(.layer($0), title: $0.columnTitle, minimum: layer, ideal: layer, alignment: .right)
            }
    }

    /// The layers that keep users out stay longest.
    private static let narrowing: [Narrowing<Field>] = [
        .drop(.servers), .drop(.layer(.ping)), .drop(.layer(.udp)), .drop(.layer(.nla)), .shrink(.name),
        .drop(.warning),
        .drop(.layer(.certificate)), .drop(.layer(.dns)), .drop(.layer(.x224)), .drop(.layer(.gateway)),
        .drop(.layer(.tls)), .drop(.layer(.tcp)), .drop(.down),
    ]

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
            return cell(counts, width: place.width)
        }
    }

    /// `2/14 !3`: failures of how many, and warnings, or `2!3`. Warnings stand alone where nothing worse is to be said, and
    /// are left out beside failures that leave them no room.
    private func cell(_ counts: (failed: Int, warned: Int, tried: Int), width: Int) -> (String, Role) {
        let tried = showsTried ? "/\(counts.tried)" : ""
        let warned = "\(Glyphs.warning)\(counts.warned)"
        guard counts.failed > 0 else {
            return counts.warned > 0 ? (warned + tried, .warning) : ("0" + tried, .dim)
        }
        let failed = "\(counts.failed)\(tried)"
        guard counts.warned > 0, failed.count + warned.count <= width else { return (failed, .failed) }
        // The blank must not look like the one between two cells.
        let isWide = showsTried && failed.count + warned.count + 1 < width
        return (failed + (isWide ? " " : "") + warned, .failed)
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
