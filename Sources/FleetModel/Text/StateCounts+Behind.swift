extension StateCounts {
    /// The gateways that servers are down behind, the one with the most of them first.
    package var gatewaysDown: [(name: String, count: Int)] {
        behind.map { (name: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }
    }

    /// The most gateways that a line of counts has room to name.
    private static let mostNamed = 2

    /// What stands behind the count of servers that are down, the fullest form first: `+17 behind rdgw-fra-1`, `+17`.
    /// More than a few gateways are not named. None when no server is down behind a gateway.
    package var behindForms: [String] {
        let gateways = gatewaysDown
        guard let first = gateways.first else { return [] }
        let total = gateways.reduce(0) { $0 + $1.count }
        guard gateways.count > 1 else { return ["+\(total) behind \(first.name)", "+\(total) behind", "+\(total)"] }
        let each = gateways.map { "\($0.count) behind \($0.name)" }.joined(separator: ", ")
        let named = gateways.count > Self.mostNamed ? [] : ["+\(each)"]
        return named + ["+\(total) behind \(gateways.count) gateways", "+\(total) behind", "+\(total)"]
    }

    /// `17 servers behind rdgw-fra-1`.
    package static func behindSentence(_ count: Int, _ gateway: String) -> String {
        "\(count) \(count == 1 ? "server" : "servers") behind \(gateway)"
    }
}
