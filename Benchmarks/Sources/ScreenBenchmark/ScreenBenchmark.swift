import Dashboard
import Drawing
import FleetModel

/// How long a key, a change and a frame take without a terminal: the median and the slowest of interleaved runs.
@main
enum ScreenBenchmark {
    static func main() {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200
        print("servers  size    what                          median ms  slowest ms")
        for count in [100, 1_000, 10_000] {
            let fleet = SampleFleet(count: count)
            for size in [Size(width: 120, height: 40), Size(width: 200, height: 60)] {
                for subject in Subject.allCases {
                    var board = fleet.board(size)
                    for event in subject.preparation { _ = board.apply(event) }
                    // The first rounds warm caches and are left out.
                    let times = (0..<runs + 5).map { round in
                        let event = subject.event(round, fleet)
                        let clock = ContinuousClock()
                        let start = clock.now
                        _ = board.apply(event)
                        var canvas = Canvas(size: size)
                        board.draw(on: &canvas)
                        return clock.now - start
                    }
                    let sorted = times.dropFirst(5).sorted()
                    guard let slowest = sorted.last else { continue }
                    let columns = [
                        padded(String(count), 7), padded("\(size.width)x\(size.height)", 6),
                        padded(subject.rawValue, 28), padded(text(sorted[sorted.count / 2]), 9), text(slowest),
                    ]
                    print(columns.joined(separator: "  "))
                }
            }
        }
    }

    /// Milliseconds with three decimals.
    private static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let micro = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let rest = String(micro % 1000)
        return "\(micro / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

/// What is measured: one event, and the frame after it.
enum Subject: String, CaseIterable {
    case frame = "the second hand"
    case move = "j and k"
    case change = "one server in a hundred"
    case word = "filter, a word"
    case state = "filter, is:problem cert<14d"
    case pattern = "filter, ~ with many ways"

    /// What is pressed before.
    var preparation: [Event] {
        switch self {
        case .frame, .move, .change: []
        case .word: keys("/rdsh-1")
        case .state: keys("/is:problem cert<14d fra")
        // Every place is reached again and again.
        case .pattern: keys("/~(.*[a-m].{5}[n-z].{4}){3}!")
        }
    }

    /// The event of a round.
    func event(_ round: Int, _ fleet: SampleFleet) -> Event {
        switch self {
        case .frame: .tick(SampleFleet.now + .seconds(Int64(round)))
        case .move: .key(.character(round % 60 < 30 ? "j" : "k"))
        case .change: .statuses(fleet.changes(round))
        // A character more and a character less, each of which filters anew.
        case .word, .state, .pattern: .key(round % 2 == 0 ? .character("2") : .backspace)
        }
    }

    private func keys(_ text: String) -> [Event] { text.map { .key(.character($0)) } }
}
