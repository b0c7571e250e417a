import FleetModel

/// Whose details are on the page: those of servers with a problem before those of healthy ones, as many as a browser opens
/// with ease.
struct FoldedServers {
    /// The most servers with a problem.
    static let mostTroubled = 1_000
    /// The most healthy servers; above it, none of them.
    static let mostHealthy = 300

    /// With a problem, worst first; without those that are down behind a gateway.
    let troubled: [ServerStatus]
    /// Healthy.
    let healthy: [ServerStatus]
    /// How many of both are left out.
    let leftOut: (troubled: Int, healthy: Int)
    private let shown: Set<Server.ID>

    init(of report: SnapshotReport) {
        let statuses = report.statuses
        let places = report.worstPlaces.filter { statuses[$0].judgement.state != .ok }
        troubled = places.prefix(Self.mostTroubled).map { statuses[$0] }
        let well = statuses.count { $0.judgement.state == .ok }
        healthy = well > Self.mostHealthy ? [] : report.healthy
        leftOut = (places.count - troubled.count, well - healthy.count)
        shown = Set((troubled + healthy).map(\.server.id))
    }

    /// Whether there is something to lead to.
    func has(_ status: ServerStatus) -> Bool { status.judgement.behind != nil || shown.contains(status.server.id) }
}
