package import FleetModel

/// What was known when the screen was stopped: what is taken out of a screen that stands still is what it shows.
package struct FrozenMoment: Sendable, Equatable {
    /// When that was.
    package var at: Instant
    /// Every server, in the order of the fleet file.
    package var statuses: [ServerStatus]
    /// Each gateway, by its name.
    package var gateways: [Gateway.ID: GatewayStatus]
    /// What people have said of servers; of others nothing.
    package var annotations: [Server.ID: ServerAnnotations]
    /// What had happened by then.
    package var timeline: EventTimeline
    /// What was wrong on our side; nil when nothing was.
    package var ourSide: String?

    package init(
        at: Instant, statuses: [ServerStatus], gateways: [Gateway.ID: GatewayStatus],
        annotations: [Server.ID: ServerAnnotations], timeline: EventTimeline,
        ourSide: String? = nil
    ) {
        self.at = at
        self.statuses = statuses
        self.gateways = gateways
        self.annotations = annotations
        self.timeline = timeline
        self.ourSide = ourSide
    }
}

extension DashboardState {
    /// What the screen shows while it stands still; nil while it does not.
    var frozenMoment: FrozenMoment? {
        guard backstage != nil else { return nil }
        let indexes = 0..<rows.count
        let said = indexes.lazy.map { (rows[$0].server.id, rows.annotations($0)) }.filter { !$0.1.isEmpty }
        return FrozenMoment(
            at: now, statuses: indexes.map { rows[$0] }, gateways: gateways,
            annotations: Dictionary(said, uniquingKeysWith: { first, _ in first }), timeline: timeline,
            ourSide: ourSide)
    }
}
