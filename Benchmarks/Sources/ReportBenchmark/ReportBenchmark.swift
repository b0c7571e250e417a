import Diagnosis
import FleetModel
import Glibc
import Reports

/// How long each format takes for a report of 10,000 servers, by the clock and of a processor, and how much memory this
/// process needed at most until then.
@main
enum ReportBenchmark {
    static func main() {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let report = report(of: SampleRows(count: 10_000, .random))
        print("the fleet itself: \(peak) MB")
        print("format      median ms  slowest ms  processor ms  megabytes  peak MB")
        for format in ReportTable.formats {
            var times: [Duration] = []
            var bytes = 0
            let began = processorTime
            // The first round warms caches and is left out.
            for round in 0...max(1, runs) {
                var output = Discarded()
                let clock = ContinuousClock()
                let start = clock.now
                format.write(report, to: &output)
                if round > 0 { times.append(clock.now - start) }
                bytes = output.bytes
            }
            let sorted = times.sorted()
            guard let slowest = sorted.last else { continue }
            // Of each round, the first included: on a busy machine this says more than the clock.
            let processor = (processorTime - began) / (times.count + 1)
            let columns = [
                padded(format.name, 10), padded(milliseconds(sorted[sorted.count / 2]), 9),
                padded(milliseconds(slowest), 10), padded(milliseconds(processor), 12),
                padded(String(bytes / 1_000_000), 9), String(peak),
            ]
            print(columns.joined(separator: "  "))
        }
    }

    /// Written in blocks like standard output, and thrown away.
    private struct Discarded: TextOutputStream {
        private(set) var bytes = 0
        private var block: [UInt8] = []

        mutating func write(_ string: String) {
            block.append(contentsOf: string.utf8)
            bytes += string.utf8.count
            if block.count >= 64 * 1024 { block.removeAll(keepingCapacity: true) }
        }
    }

    private static func report(of fleet: SampleRows) -> SnapshotReport {
        let gateways = fleet.gateways.values.sorted { $0.gateway.id < $1.gateway.id }
        let rows = fleet.rows.map { row in
            var status = row
            let gateway = row.server.gatewayID.flatMap { fleet.gateways[$0] }
            status.judgement = judge(row.snapshot, of: row.server, gateway: gateway, now: SampleRows.now)
            return status
        }
        var report = SnapshotReport(
            fleetName: "bench", version: "0", at: SampleRows.now, statuses: rows, gateways: gateways,
            counts: StateCounts(rows.map(\.judgement)),
            causes: commonCauses(of: rows, gateways: fleet.gateways, at: SampleRows.now))
        report.timeline.append(
            rows.filter { $0.judgement.state == .down }.map { status in
                TimelineEvent(
                    at: SampleRows.now, kind: .down, subject: .server(status.server.id), text: "TCP 3389 refused",
                    cause: "tcp-refused", previous: .ok)
            })
        return report
    }

    /// What this process has used of processors until now.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The most memory that was resident, in megabytes.
    private static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_000
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return String(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
