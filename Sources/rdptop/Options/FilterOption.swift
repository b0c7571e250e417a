import ArgumentParser
import Drawing
import FleetModel

/// The filter of the screen, on the command line.
struct FilterOption: ParsableArguments {
    @Option(
        name: .customLong("only"),
        help: ArgumentHelp(
            "Report only servers that this filter leaves, in the words of the screen's /: fra, site:fra, is:down, "
                + "layer:tls, 'cert<14d', !lab, a | b.",
            valueName: "filter"))
    var text: String?

    /// Reads the filter, or underlines what is wrong with it and fails with status 64; nil when there is none.
    func load() throws -> Filter? {
        guard let text else { return nil }
        do {
            return try Filter.parse(text)
        } catch {
            throw CommandFailure("--only: " + Self.explanation(of: error, in: text), ExitStatus.usage)
        }
    }

    /// The mistake with the filter below it, and below that a line under the place.
    static func explanation(of mistake: FilterMistake, in text: String) -> String {
        // Cleaned one by one, so that each keeps its place.
        let characters = text.map { CleanText.clean(String($0)) }
        func cells(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 + TextWidth.cells(of: $1) } }
        let start = min(mistake.range.lowerBound, characters.count)
        let end = min(max(start, mistake.range.upperBound), characters.count)
        let underline =
            String(repeating: " ", count: cells(0..<start)) + String(repeating: "^", count: cells(start..<end))
        return "\(CleanText.clean(mistake.text, limit: 1_024))\n  \(characters.joined())\n  \(underline)"
    }

    /// The fleet without the servers that the fleet file alone rules out, and without the gateways that stand before
    /// none of the others: they need not be probed.
    ///
    /// - Throws: Status 64 when that leaves no server at all, which a mistyped name does.
    static func part(of fleet: Fleet, filter: Filter) throws -> Fleet {
        var part = fleet
        part.servers = fleet.servers.filter(filter.mayMatch)
        guard !part.servers.isEmpty || fleet.servers.isEmpty else {
            let words = CleanText.clean(filter.words, limit: 1_024)
            throw CommandFailure(
                "--only: the fleet file rules out every server of \(fleet.name): \(words)", ExitStatus.usage)
        }
        part.gateways = gateways(of: part.servers, in: fleet)
        return part
    }

    /// The gateways before these servers.
    static func gateways(of servers: [Server], in fleet: Fleet) -> [Gateway] {
        let names = Set(servers.compactMap(\.gatewayID))
        return fleet.gateways.filter { names.contains($0.id) }
    }
}
