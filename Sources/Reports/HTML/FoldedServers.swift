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
        let (allTroubled, allHealthy) = (report.troubled, report.healthy)
        troubled = Array(allTroubled.prefix(Self.mostTroubled))
        healthy = allHealthy.count > Self.mostHealthy ? [] : allHealthy
        leftOut = (allTroubled.count - troubled.count, allHealthy.count - healthy.count)
        shown = Set((troubled + healthy).map(\.server.id))
    }

    /// Whether there is something to lead to.
    func has(_ status: ServerStatus) -> Bool { status.judgement.behind != nil || shown.contains(status.server.id) }
}
