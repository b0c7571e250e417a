import ArgumentParser
import ProbeEngine

/// How much is probed at a time; the defaults are what a network's owner would not notice.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("At most so many connections at a time.", valueName: "count"))
    var maxProbes = 256

    @Option(help: ArgumentHelp("At most so many connections at a time to one /24, or /64 of IPv6.", valueName: "count"))
    var maxPerNetwork = 16

    @Option(help: ArgumentHelp("At most so many more that nobody is expected to answer.", valueName: "count"))
    var maxPending = 2048

    @Option(
        help: ArgumentHelp(
            "At most so many more to one /24, or /64 of IPv6, that nobody is expected to answer.", valueName: "count"))
    var maxPendingPerNetwork = 256

    @Option(help: ArgumentHelp("At most so many new connections a second.", valueName: "count"))
    var maxPerSecond = 500

    @Option(
        help: ArgumentHelp("At most so many new connections a second to one /24, or /64 of IPv6.", valueName: "count"))
    var maxPerSecondPerNetwork = 64

    func validate() throws {
        for (name, value) in [
            ("--max-probes", maxProbes), ("--max-per-network", maxPerNetwork), ("--max-pending", maxPending),
            ("--max-pending-per-network", maxPendingPerNetwork), ("--max-per-second", maxPerSecond),
            ("--max-per-second-per-network", maxPerSecondPerNetwork),
        ] where !(1...100_000).contains(value) {
            throw ValidationError("\(name) is between 1 and 100000")
        }
    }

    /// The same for the prober.
    var limits: ProbeLimits {
        ProbeLimits(
            pending: maxPending, pendingPerNeighbourhood: maxPendingPerNetwork, established: maxProbes,
            establishedPerNeighbourhood: maxPerNetwork, newPerSecond: maxPerSecond,
            newPerSecondAndNeighbourhood: maxPerSecondPerNetwork)
    }
}
