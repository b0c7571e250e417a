import FleetModel
import Reports

extension SnapshotReport {
    /// Leaves only the servers that a filter matches at the moment of the report, and the gateways before them; the counts
    /// are then of those, and the causes stay those of all.
    ///
    /// - Parameter filter: What `--only` says; nil for everything.
    mutating func narrow(to filter: Filter?) {
        guard let filter else { return }
        let all = statuses.count
        statuses = statuses.filter { filter.matches(FilterRow($0), now: at) }
        let names = Set(statuses.compactMap(\.server.gatewayID))
        gateways = gateways.filter { names.contains($0.gateway.id) }
        counts = StateCounts(statuses.map(\.judgement))
        leftOut += all - statuses.count
    }
}
