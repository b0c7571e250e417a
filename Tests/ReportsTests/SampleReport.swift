import Diagnosis
import FleetModel
import Reports
import TestSupport

/// The reports that the tests write.
enum SampleReport {
    /// The fixed small fleet in its many states.
    static let dozen = report("corp-prod", SampleFleet.dozen)
    /// Servers with hostile texts.
    static let hostile = report("evil | <b>fleet</b>\n# `x`\u{1B}[2J", SampleFleet.hostile)
    /// Three servers after one look, of which nobody knows since when.
    static let oneLook: SnapshotReport = {
        var once = report("three", [SampleFleet.dozen[0], SampleFleet.dozen[1], SampleFleet.dozen[13]])
        for index in once.statuses.indices {
            once.statuses[index].since = nil
            once.statuses[index].previous = nil
        }
        return once
    }()
    /// An outage of one gateway, with a server that is down by itself and one of which everything is known.
    static let outage: SnapshotReport = {
        let behind = (1...24).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0 + 100).corp.example") }
        let samples = behind + [.tcpRefused("rdsh-sin-002.corp.example", "10.40.1.2"), SampleFleet.whole]
        let statuses = samples.map(\.status)
        let gateways = [SampleFleet.refusedGateway(), SampleFleet.workingGateway("rdgw-nyc-1")]
        return SnapshotReport(
            fleetName: "outage", version: "0.1.0", at: SampleFleet.now, statuses: statuses,
            gateways: gateways, counts: StateCounts(statuses.map(\.judgement)),
            causes: commonCauses(
                of: statuses, gateways: Dictionary(uniqueKeysWithValues: gateways.map { ($0.gateway.id, $0) }),
                at: SampleFleet.now))
    }()
    /// One server whose verdict has something to say under every label.
    static let verdict = SnapshotReport(
        fleetName: "one", version: "0.1.0", at: SampleFleet.now, statuses: [SampleFleet.cut],
        counts: StateCounts([SampleFleet.cut.judgement]))
    /// Nothing at all.
    static let empty = SnapshotReport(
        fleetName: "empty", version: "0.1.0", at: SampleFleet.now, statuses: [],
        counts: StateCounts())

    private static func report(_ name: String, _ samples: [ServerSample]) -> SnapshotReport {
        let statuses = samples.map { sample in
            var status = sample.status
            status.judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            return status
        }
        return SnapshotReport(
            fleetName: name, version: "0.1.0", at: SampleFleet.now, commandLine: "rdptop check corp-prod.yaml",
            filter: nil, order: "as in the file", statuses: statuses,
            counts: StateCounts(statuses.map(\.judgement)), causes: commonCauses(of: statuses, at: SampleFleet.now))
    }
}
