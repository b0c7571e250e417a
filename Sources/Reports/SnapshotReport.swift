package import FleetModel

/// One fleet at one moment, ready to be written in any format.
package struct SnapshotReport: Sendable {
    /// The fleet's name.
    package var fleetName: String
    /// The version of the program, such as `0.1.0`.
    package var version: String
    /// When the report was made; everything in it is as seen at that moment.
    package var at: Instant
    /// The command that made the report; nil when it came from the screen.
    package var commandLine: String?
    /// The filter that chose the servers, as typed; nil when all are in.
    package var filter: String?
    /// The order the servers stand in, in words; the report sorts only for people, and keeps this order within a state.
    package var order: String?
    /// The servers, in the order of the screen or the file.
    package var statuses: [ServerStatus]
    /// The whole fleet's counts, also when a filter left servers out.
    package var counts: StateCounts
    /// Whether the fleet is simulated.
    package var isDemo: Bool
    /// What was not tested, one item each, so that nobody takes silence for health.
    package var notTested: [String]

    package init(
        fleetName: String, version: String, at: Instant, commandLine: String? = nil, filter: String? = nil,
        order: String? = nil, statuses: [ServerStatus], counts: StateCounts, isDemo: Bool = false,
        notTested: [String] = SnapshotReport.notTestedYet
    ) {
        self.fleetName = fleetName
        self.version = version
        self.at = at
        self.commandLine = commandLine
        self.filter = filter
        self.order = order
        self.statuses = statuses
        self.counts = counts
        self.isDemo = isDemo
        self.notTested = notTested
    }

    /// What this version measures of no server.
    package static let notTestedYet = [
        "ping", "NLA beyond the negotiation", "UDP transport", "RD Gateways", "certificate revocation", "logon",
    ]

    /// Worst first: by state, then by the headline's severity, then as they stand in `statuses`.
    package var worstFirst: [ServerStatus] {
        statuses.enumerated().sorted { left, right in
            let (first, second) = (left.element.judgement, right.element.judgement)
            if first.state != second.state { return first.state < second.state }
            let ranks = (first.headline?.severity.rank ?? 9, second.headline?.severity.rank ?? 9)
            return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
        }.map(\.element)
    }

    /// Servers that are not ok, worst first.
    package var troubled: [ServerStatus] { worstFirst.filter { $0.judgement.state != .ok } }

    /// Whether it is known of any server since when it is in its state, which one look cannot tell.
    package var knowsSince: Bool { statuses.contains { $0.since != nil } }

    /// Servers that are ok, in their order.
    package var healthy: [ServerStatus] { statuses.filter { $0.judgement.state == .ok } }
}
