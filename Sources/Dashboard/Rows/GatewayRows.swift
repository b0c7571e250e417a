import FleetModel

/// The gateways as rows among servers: their order, and what a filter makes of them. There are few.
struct GatewayRows: Sendable {
    private var rows: [Gateway.ID: FilterRow] = [:]
    /// By name.
    private var ids: [Gateway.ID] = []

    /// Takes what is known of a gateway.
    mutating func take(_ status: GatewayStatus) {
        let id = status.gateway.id
        let isNew = rows.updateValue(FilterRow(status.asServer), forKey: id) == nil
        guard isNew else { return }
        ids.append(id)
        let names = ids.map { rows[$0]?.status.server.name ?? $0 }
        let ranks = NaturalOrder.ranks(of: names)
        ids = zip(ranks, ids).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whether there is no gateway.
    var isEmpty: Bool { ids.isEmpty }

    /// A gateway as a row; nil when it is not known.
    subscript(id: Gateway.ID) -> ServerStatus? { rows[id]?.status }

    /// Whether a filter leaves a gateway.
    func matches(_ filter: Filter, _ id: Gateway.ID, now: Instant) -> Bool {
        rows[id].map { filter.matches($0, now: now) } ?? false
    }

    /// The gateways in an order.
    func sorted(by sort: SortOrder) -> [(id: Gateway.ID, status: ServerStatus)] {
        let keyed = ids.enumerated().compactMap { rank, id in
            rows[id].map { (key: sort.key(of: $0.status, rank: rank), id: id, status: $0.status) }
        }
        return keyed.sorted { $0.key < $1.key }.map { ($0.id, $0.status) }
    }
}
