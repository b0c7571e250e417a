import Diagnosis
import FleetModel

/// How long it takes to find out what failing servers share: the median of interleaved runs for each fleet.
@main
enum CauseBenchmark {
    static func main() {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 15
        let cases = [1_000, 10_000].flatMap { count in
            Trouble.allCases.map { (count, $0, SampleRows(count: count, $0)) }
        }
        var times = cases.map { _ in [Duration]() }
        var statements = cases.map { _ in "" }
        // The first round warms caches and is left out.
        for round in 0...max(1, runs) {
            for (place, (_, _, fleet)) in cases.enumerated() {
                let clock = ContinuousClock()
                let start = clock.now
                let result = commonCauses(of: fleet.rows, gateways: fleet.gateways, at: SampleRows.now)
                if round > 0 { times[place].append(clock.now - start) }
                statements[place] = result.causes.first?.statement ?? result.nothingInCommon ?? "nothing fails"
            }
        }
        print("servers  fleet              median ms  slowest ms  says")
        for (place, (count, trouble, _)) in cases.enumerated() {
            let sorted = times[place].sorted()
            guard let slowest = sorted.last else { continue }
            let columns = [
                padded(String(count), 7), padded(trouble.rawValue, 17), padded(text(sorted[sorted.count / 2]), 9),
                padded(text(slowest), 10), statements[place],
            ]
            print(columns.joined(separator: "  "))
        }
    }

    /// Milliseconds with two decimals.
    private static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let whole = seconds * 100_000 + attoseconds / 10_000_000_000_000
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
