import ArgumentParser
import FleetModel
import Foundation

/// `rdptop [FLEET|TARGET…]`: the dashboard.
struct Top: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Open the board (what rdptop does when no command is named).")

    @OptionGroup var fleet: FleetArguments
    @OptionGroup var screen: ScreenOptions
    @Flag(help: "Begin without the view, order, filter and colours that the last run on this fleet file kept.")
    var fresh = false

    @OptionGroup var telling: HookOptions
    @OptionGroup var limits: LimitOptions
    @OptionGroup var audit: AuditOptions

    func run() async throws {
        let source = try fleet.source()
        let launcher = DashboardLauncher(
            screen: screen, limits: limits.limits, audit: try audit.open(), isDemo: false,
            command: CommandLineText.current, targets: source.arguments,
            keeping: KeptScreenFile.find(source, environment: ProcessInfo.processInfo.environment), isFresh: fresh,
            tellsHooks: telling.hooks)
        try await launcher.show(opening: Self.opening(source)) { try FleetArguments.load(source) }
    }

    /// What to show meanwhile when reading the fleet takes long; nil when it does not.
    private static func opening(_ source: FleetSource) -> OpeningScreen? {
        switch source {
        case .targets: return nil
        case .fleetFile(let path), .list(let path):
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            guard let size, size >= OpeningScreen.noticeableBytes else { return nil }
            return OpeningScreen(sentence: "reading \(CleanText.clean(path, limit: 200))")
        }
    }
}
