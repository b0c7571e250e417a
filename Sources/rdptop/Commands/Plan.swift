import ArgumentParser
import FleetModel
import ProbeEngine
import Reports

/// `rdptop plan FLEET`: what would be sent to whom, and how often; sends nothing.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what would be sent to whom, how often, and what it leaves in logs; sends nothing.",
        discussion: """
            Not even a name is resolved. The figures are those that the board and check keep to, with the same options. \
            Exit status: 0, 64 for wrong arguments, 78 for a wrong or missing fleet file.
            """)

    @OptionGroup var fleet: FleetArguments
    @OptionGroup var connectionFile: ConnectionFileOption
    @OptionGroup var limits: LimitOptions

    func validate() throws {
        try connectionFile.validate(beside: fleet.targets)
    }

    func run() throws {
        let file = try connectionFile.load()
        let fleet = try file.map(ConnectionFileOption.fleet) ?? fleet.load()
        for line in PlanText(PlanFigures.figures(limits.limits)).lines(for: fleet) { print(line) }
    }
}

/// The engine's figures, for a plan.
enum PlanFigures {
    /// The figures with these limits.
    static func figures(_ limits: ProbeLimits) -> PlanText.Figures {
        PlanText.Figures(
            established: (limits.established, limits.establishedPerNeighbourhood),
            pending: (limits.pending, limits.pendingPerNeighbourhood),
            newPerSecond: (limits.newPerSecond, limits.newPerSecondAndNeighbourhood),
            connectTimeout: ProbeLimits.connectTimeout, recheck: FailurePace.recheck,
            watch: (FailurePace.watch, FailurePace.watchFor), backOff: FailurePace.backOff,
            variants: VariantPlan.limitPerReason, daily: Cadence.daily, hourly: Cadence.hourly)
    }
}
