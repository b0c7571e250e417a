import ArgumentParser
import FleetModel
import Inventory

/// Whether a check goes on after the first look, and how often it looks.
struct WatchOptions: ParsableArguments {
    @Flag(
        help: """
            Go on until stopped. With --format jsonl: a line of JSON for each server, and then for each change. With \
            another format and --output: the file is written anew once per interval.
            """)
    var watch = false

    @Option(
        help: ArgumentHelp(
            "With --watch: probe every server this often, 5s to 1d; otherwise as the fleet file says, or every 60s.",
            valueName: "duration"),
        transform: Self.span)
    var interval: Span?

    /// The longest interval; a state that is older says nothing.
    private static let longest = Span.days(1)

    /// Reads a length of time as it stands in a fleet file: `30s`, `5m`.
    @Sendable private static func span(_ text: String) throws -> Span {
        guard let span = SpanText.parse(text) else { throw ValidationError("30s, 5m and 1h are lengths of time") }
        return span
    }

    func validate() throws {
        guard let interval else { return }
        guard watch else { throw ValidationError("--interval goes with --watch") }
        guard (ProbePolicy.intervalFloor...Self.longest).contains(interval) else {
            throw ValidationError("--interval is between 5s and 1d")
        }
    }

    /// The fleet with the interval that was asked for.
    func applied(to fleet: Fleet) -> Fleet {
        guard let interval else { return fleet }
        var paced = fleet
        for index in paced.servers.indices { paced.servers[index].policy.interval = interval }
        for index in paced.gateways.indices { paced.gateways[index].policy.interval = interval }
        return paced
    }
}
