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
    @OptionGroup var audit: AuditOptions

    func run() async throws {
        let fleet = try fleet.load()
        try await DashboardLauncher.show(
            fleet, screen: screen, limits: limits.limits, audit: try audit.open(), isDemo: false,
            command: CommandLineText.current)
    }
}
