import ArgumentParser
import FleetModel

/// `rdptop [FLEET|TARGET…]`: the dashboard.
struct Top: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Open the board (what rdptop does when no command is named).")

    @OptionGroup var fleet: FleetArguments
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var limits: LimitOptions

    func run() async throws {
        let fleet = try fleet.load()
        try await DashboardLauncher.show(
            fleet, screen: screen, limits: limits.limits, isDemo: false, command: CommandLineText.current)
    }
}
