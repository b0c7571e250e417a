package import FleetModel

/// One fleet at one moment, ready to be written in any format.
package struct SnapshotReport: Sendable {
    /// The fleet's name.
    package var fleetName: String
    /// The version of the program, such as `0.1.0`.
    package var version: String
    /// The moment that everything in it is of: when it was made, unless the screen stood still then.
    package var at: Instant
    /// The command line that made the report, or opened the screen that it came from; nil when that is not known.
    package var commandLine: String?
    /// The filter that chose the servers, as typed; nil when all are in.
    package var filter: String?
    /// How many servers the filter left out.
    package var leftOut: Int
    /// The order the servers stand in, in words; the report sorts only for people, and keeps this order within a state.
    package var order: String?
    /// The servers, in the order of the screen or the file.
    package var statuses: [ServerStatus]
    /// The RD Gateways, in the order of the file.
    package var gateways: [GatewayStatus]
    /// The counts of the whole fleet, also when a filter left servers out; of the servers of the report when not all
    /// others were probed.
    package var counts: StateCounts
    /// What the failing servers of the whole fleet share, also when a filter left servers out.
    package var causes: CommonCauses
    /// What was seen to happen, and what people said of servers; empty after a single look.
    package var timeline: EventTimeline
    /// Since when the fleet has been watched, and so where `timeline` begins; nil after a single look.
    package var watchedSince: Instant?
    /// From which address the probes left, as the system chose it for most of them; nil when none got so far.
    package var sourceAddress: String?
    /// How many servers of the whole fleet nobody wants to hear of; they stand in the report, and in no other count.
    package var muted = 0
    /// How many others have a problem of which somebody has said that they know.
    package var acknowledged = 0
    /// When the report was made of a screen that stood still since `at`; nil when it is of the moment at which it was made.
    package var frozenUntil: Instant?
    /// Whether the fleet is simulated.
    package var isDemo: Bool
    /// Whether mstsc would connect with a user's file; nil when nobody asked.
    package var forecast: Forecast?
    /// How a check ended that did not come to its end; nil for all others.
    package var cut: CutShort?
    /// Whether each server got one connection and no more, as with `--depth cycle`.
    package var isOneConnection = false

    package init(
        fleetName: String, version: String, at: Instant, commandLine: String? = nil, filter: String? = nil,
        leftOut: Int = 0, order: String? = nil, statuses: [ServerStatus], gateways: [GatewayStatus] = [],
        counts: StateCounts,
        causes: CommonCauses = .none, timeline: EventTimeline = EventTimeline(), watchedSince: Instant? = nil,
        sourceAddress: String? = nil, isDemo: Bool = false, forecast: Forecast? = nil
    ) {
        self.fleetName = fleetName
        self.version = version
        self.at = at
        self.commandLine = commandLine
        self.filter = filter
        self.leftOut = leftOut
        self.order = order
        self.statuses = statuses
        self.gateways = gateways
        self.counts = counts
        self.causes = causes
        self.timeline = timeline
        self.watchedSince = watchedSince
        self.sourceAddress = sourceAddress
        self.isDemo = isDemo
        self.forecast = forecast
    }

    /// Worst first: by state, then by the headline's severity, then as they stand in `statuses`; without the servers
    /// that are down behind a gateway, which stand together in ``groupsBehind``.
    package var worstFirst: [ServerStatus] { worstPlaces.map { statuses[$0] } }

    /// The same by their places in `statuses`, as a second list of ten thousand servers takes much memory.
    var worstPlaces: [Int] {
        let ranks = statuses.map { ($0.judgement.state.severity, $0.judgement.headline?.severity.rank ?? 9) }
        return statuses.indices.filter { statuses[$0].judgement.behind == nil }
            .sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
    }

    /// The servers of this report that are down behind a gateway, the largest group first.
    package var groupsBehind: [GroupBehind] {
        let groups = Dictionary(grouping: statuses.filter { $0.judgement.behind != nil }) { $0.judgement.behind ?? "" }
        return groups.map { name, servers in
            GroupBehind(
                gateway: name, servers: servers,
                status: gateways.first { $0.gateway.id == name.lowercased() })
        }
        .sorted {
            $0.servers.count == $1.servers.count ? $0.gateway < $1.gateway : $0.servers.count > $1.servers.count
        }
    }

    /// Gateways that are not ok, worst first.
    package var troubledGateways: [GatewayStatus] {
        gateways.enumerated().filter { $0.element.judgement.state != .ok }.sorted {
            ($0.element.judgement.state.severity, $0.offset) < ($1.element.judgement.state.severity, $1.offset)
        }.map(\.element)
    }

    /// Servers that are not ok, worst first, without those that are down behind a gateway.
    package var troubled: [ServerStatus] {
        worstPlaces.lazy.filter { statuses[$0].judgement.state != .ok }.map { statuses[$0] }
    }

    /// Whether it is known of any server since when it is in its state, which one look cannot tell.
    package var knowsSince: Bool { statuses.contains { $0.since != nil } || gateways.contains { $0.since != nil } }

    /// Servers that are ok, in their order.
    package var healthy: [ServerStatus] { statuses.filter { $0.judgement.state == .ok } }
}
