import FleetModel

/// Which servers have a row in the grid, by their places in the report, and which stand below it by name alone: ten
/// thousand rows are more than a phone opens.
struct GridPlaces {
    /// The most rows; a fleet of more has rows for its problems alone.
    static let mostRows = 2_000

    /// With a row: those that are down, then those behind gateways, then the others, the worst first.
    let rows: [Int]
    /// Without a row, though something is wrong with them.
    let troubled: [Int]
    /// Without a row, and ok.
    let healthy: [Int]

    init(of report: SnapshotReport) {
        let statuses = report.statuses
        let worstFirst = report.worstPlaces
        let down = worstFirst.prefix { statuses[$0].judgement.state == .down }
        let behind = Dictionary(grouping: statuses.indices.filter { statuses[$0].judgement.behind != nil }) {
            statuses[$0].judgement.behind ?? ""
        }
        .sorted { $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count }
        let all = down + behind.flatMap(\.value) + worstFirst.dropFirst(down.count)
        guard all.count > Self.mostRows else {
            (rows, troubled, healthy) = (Array(all), [], [])
            return
        }
        let problems = all.filter { statuses[$0].judgement.state != .ok }
        rows = Array(problems.prefix(Self.mostRows))
        troubled = Array(problems.dropFirst(Self.mostRows))
        healthy = all.filter { statuses[$0].judgement.state == .ok }
    }
}
