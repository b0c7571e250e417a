package import FleetModel

/// What is known of the fleet at one time.
struct Known: Sendable {
    /// When the program was started.
    let started: Instant
    /// The time of the last tick; nothing here reads a clock.
    private(set) var now: Instant
    /// Every server, what the filter leaves, and in which order.
    var rows: Rows
    /// What is known of each gateway.
    var gateways: [Gateway.ID: GatewayStatus] {
        didSet { (gatewayRows, gatewayCounts) = (GatewayRows(gateways.values), GatewayCounts(gateways.values)) }
    }
    /// The gateways as rows among servers.
    private(set) var gatewayRows: GatewayRows
    /// The last probes of each gateway.
    private(set) var gatewayTrails: [Gateway.ID: ProbeTrail] = [:]
    /// How many of them let users in.
    private(set) var gatewayCounts: GatewayCounts
    /// What failing servers share and healthy ones do not, the strongest first.
    var causes: [SharedCause] = [] {
        didSet { causeMembers = CauseMembers(causes, in: rows, after: causeMembers) }
    }
    /// Which row stands under which of them.
    private(set) var causeMembers = CauseMembers()
    /// What has happened since the program was started.
    private(set) var timeline = EventTimeline()
    /// The same folded by cause, the newest first.
    private(set) var stories: [EventFold] = []
    /// What is wrong on our side, cleaned; nil when nothing is.
    private(set) var ourSide: String?
    /// When something was last learnt; nil before the first probe.
    private(set) var updated: Instant?
    /// How long it took until every server had been probed once; nil before.
    private(set) var firstSweep: Span?
    /// The rows that are older than they should be; nil when none is.
    private(set) var stale: Freshness.Stale?
    /// When the row was probed that has waited longest; nil when none was.
    private(set) var oldestProbe: Instant?

    /// Nothing is known yet of these servers and gateways.
    init(servers: [Server], gateways: [Gateway], now: Instant) {
        started = now
        self.now = now
        rows = Rows(servers: servers)
        let statuses = gateways.map { GatewayStatus(gateway: $0) }
        self.gateways = Dictionary(statuses.map { ($0.gateway.id, $0) }, uniquingKeysWith: { first, _ in first })
        gatewayRows = GatewayRows(self.gateways.values)
        gatewayCounts = GatewayCounts(self.gateways.values)
    }

    /// What news of servers brought about.
    struct Outcome: Sendable {
        /// Whether anything has happened that people tell each other.
        var isEventful: Bool
        /// The servers of which it ended an acknowledgement or a mute.
        var ended: [Rows.Index]
    }

    /// Takes what is new of servers.
    mutating func take(_ changes: [ServerStatus]) -> Outcome {
        let events = events(of: changes)
        record(events)
        let ended = rows.take(changes, now: now)
        stale = rows.stale(at: now)
        oldestProbe = rows.oldestProbe()
        updated = changes.compactMap { $0.snapshot?.ended }.max().map { max($0, updated ?? $0) } ?? updated
        if firstSweep == nil, rows.probed == rows.count, let updated {
            firstSweep = max(.zero, updated - started)
            timeline.endFirstSweep(at: max(updated, started), rows.counts)
            stories = timeline.folds()
        }
        return Outcome(isEventful: !events.isEmpty, ended: ended)
    }

    /// Takes what is new of gateways.
    mutating func take(_ changes: [GatewayStatus]) {
        record(
            changes.flatMap { status in
                let old = gateways[status.gateway.id] ?? GatewayStatus(gateway: status.gateway)
                return TimelineEvent.between(old, status, now: now)
            })
        for status in changes {
            guard let snapshot = status.snapshot, snapshot.began != gateways[status.gateway.id]?.snapshot?.began else {
                continue
            }
            gatewayTrails[status.gateway.id, default: ProbeTrail()].append(
                status.judgement.state, roundTrip: snapshot.transport?.outcome.microseconds)
        }
        gateways.merge(changes.map { ($0.gateway.id, $0) }, uniquingKeysWith: { _, new in new })
    }

    /// Takes what is said of our side.
    ///
    /// - Returns: Whether that is an event.
    mutating func take(ourSide sentence: String?) -> Bool {
        let event = TimelineEvent.ourSide(ourSide, sentence, now: now, began: timeline.ourSideTroubleBegan)
        ourSide = sentence
        record(event.map { [$0] } ?? [])
        return event != nil
    }

    /// Takes what people say of servers from now on, in the place of what they have said.
    mutating func annotate(_ changes: [(index: Rows.Index, said: ServerAnnotations)]) {
        record(
            changes.flatMap { index, said in
                TimelineEvent.between(
                    rows.annotations(index), said, of: rows[index].server.id, since: started, now: now)
            })
        rows.annotate(changes, now: now)
    }

    /// Lets time pass.
    ///
    /// - Returns: The servers whose mutes have ended, because their time has come.
    mutating func pass(to now: Instant) -> [Rows.Index] {
        self.now = now
        stale = rows.stale(at: now)
        let ended = rows.endMutes(now: now)
        record(ended.map { .muteEnded(rows[$0].server.id, at: now) })
        if rows.filter.dependsOnTime { rows.filter(by: rows.filter, now: now) }
        return ended
    }

    /// Notes what has happened. The timeline is folded anew then, and not for a frame.
    mutating func record(_ events: [TimelineEvent]) {
        guard !events.isEmpty else { return }
        timeline.append(events)
        stories = timeline.folds()
    }

    /// What has happened to servers, given what is new of them.
    private func events(of changes: [ServerStatus]) -> [TimelineEvent] {
        changes.flatMap { status in
            guard let index = rows.index(of: status.server.id) else { return [TimelineEvent]() }
            let said = rows.annotations(index)
            return TimelineEvent.between(rows[index], status, now: now)
                + TimelineEvent.between(
                    said, said.remaining(status.judgement, now: now), of: status.server.id, since: started, now: now)
        }
    }
}

/// What the screen shows of it; while it stands still, more is known by now.
extension DashboardState {
    var now: Instant { shown.now }
    var started: Instant { shown.started }
    var rows: Rows { shown.rows }
    var gateways: [Gateway.ID: GatewayStatus] { shown.gateways }
    var gatewayRows: GatewayRows { shown.gatewayRows }
    var gatewayCounts: GatewayCounts { shown.gatewayCounts }
    var causes: [SharedCause] { shown.causes }
    var causeMembers: CauseMembers { shown.causeMembers }
    package var timeline: EventTimeline { shown.timeline }
    var stories: [EventFold] { shown.stories }
    var ourSide: String? { shown.ourSide }
    var updated: Instant? { shown.updated }
    var firstSweep: Span? { shown.firstSweep }
    var stale: Freshness.Stale? { shown.stale }
    var oldestProbe: Instant? { shown.oldestProbe }
}
