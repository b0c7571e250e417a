import ArgumentParser
import ProbeEngine

/// How much is probed at a time; the defaults are what a network's owner would not notice.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("At most so many probes at a time.", valueName: "count"))
    var maxProbes = 256

    @Option(help: ArgumentHelp("At most so many probes at a time to one /24, or /64 of IPv6.", valueName: "count"))
    var maxPerNetwork = 16

    @Option(help: ArgumentHelp("At most so many new probes a second.", valueName: "count"))
    var maxPerSecond = 500

    @Option(
        help: ArgumentHelp("At most so many new probes a second to one /24, or /64 of IPv6.", valueName: "count"))
    var maxPerSecondPerNetwork = 64

    func validate() throws {
        for (name, value) in [
            ("--max-probes", maxProbes), ("--max-per-network", maxPerNetwork), ("--max-per-second", maxPerSecond),
            ("--max-per-second-per-network", maxPerSecondPerNetwork),
        ] where !(1...100_000).contains(value) {
            throw ValidationError("\(name) is between 1 and 100000")
        }
    }

    /// The same for the prober.
    var limits: ProbeLimits {
        ProbeLimits(
            established: maxProbes, perNeighbourhood: maxPerNetwork, newPerSecond: maxPerSecond,
            newPerSecondAndNeighbourhood: maxPerSecondPerNetwork)
    }
}
