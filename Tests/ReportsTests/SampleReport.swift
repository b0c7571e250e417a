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
    /// Nothing at all.
    static let empty = SnapshotReport(fleetName: "empty", version: "0.1.0", at: SampleFleet.now, statuses: [])

    private static func report(_ name: String, _ samples: [ServerSample]) -> SnapshotReport {
        let statuses = samples.map { sample in
            var status = sample.status
            status.judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            return status
        }
        return SnapshotReport(
            fleetName: name, version: "0.1.0", at: SampleFleet.now, commandLine: "rdptop check corp-prod.yaml",
            filter: nil, order: "as in the file", statuses: statuses)
    }
}
