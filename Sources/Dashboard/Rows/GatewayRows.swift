import FleetModel

/// The gateways as rows among servers: their order, and what a filter makes of them. There are few.
struct GatewayRows: Sendable {
    private let rows: [Gateway.ID: FilterRow]
    /// By name.
    private let ids: [Gateway.ID]

    /// The gateways that there are.
    init(_ gateways: some Collection<GatewayStatus>) {
        let ranks = NaturalOrder.ranks(of: gateways.map(\.gateway.name))
        ids = zip(ranks, gateways).sorted { $0.0 < $1.0 }.map(\.1.gateway.id)
        rows = Dictionary(
            gateways.map { ($0.gateway.id, FilterRow($0.asServer)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether there is no gateway.
    var isEmpty: Bool { ids.isEmpty }

    /// A gateway as a row; nil when it is not known.
    subscript(id: Gateway.ID) -> ServerStatus? { rows[id]?.status }

    /// Whether a filter leaves a gateway.
    func matches(_ filter: Filter, _ id: Gateway.ID, now: Instant) -> Bool {
        rows[id].map { filter.matches($0, now: now) } ?? false
    }

    /// The gateways in an order, or the other way round.
    func sorted(
        by sort: SortOrder, isReversed: Bool = false
    ) -> [(id: Gateway.ID, status: ServerStatus)] {
        let keyed = ids.enumerated().compactMap { rank, id in
            rows[id].map { row in
                (key: sort.key(of: row.status, rank: rank, isReversed: isReversed), id: id, status: row.status)
            }
        }
        return keyed.sorted { $0.key < $1.key }.map { ($0.id, $0.status) }
    }
}
