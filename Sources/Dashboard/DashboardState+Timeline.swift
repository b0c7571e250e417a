import FleetModel

extension DashboardState {
    /// Notes what has happened. The timeline is folded anew then, and not for a frame.
    mutating func record(_ events: [TimelineEvent]) {
        guard !events.isEmpty else { return }
        guard backstage == nil else {
            backstage?.timeline.append(events)
            return
        }
        timeline.append(events)
        stories = timeline.folds()
    }

    /// What has happened to servers, given what is new of them.
    func events(of changes: [ServerStatus]) -> [TimelineEvent] {
        let (rows, now) = (liveRows, clock)
        return changes.flatMap { status in
            rows.index(of: status.server.id).map { TimelineEvent.between(rows[$0], status, now: now) } ?? []
        }
    }

    /// What has happened to gateways, given what is new of them.
    func events(of changes: [GatewayStatus]) -> [TimelineEvent] {
        let (gateways, now) = (backstage?.gateways ?? gateways, clock)
        return changes.flatMap { status in
            let old = gateways[status.gateway.id] ?? GatewayStatus(gateway: status.gateway)
            return TimelineEvent.between(old, status, now: now)
        }
    }

    /// Takes what is said of our side.
    mutating func take(ourSide sentence: String?) {
        let known = (ourSide: backstage.map(\.ourSide) ?? ourSide, timeline: backstage?.timeline ?? timeline)
        let event = TimelineEvent.ourSide(
            known.ourSide, sentence, now: clock, began: known.timeline.ourSideTroubleBegan)
        if backstage == nil { ourSide = sentence } else { backstage?.ourSide = sentence }
        record(event.map { [$0] } ?? [])
    }
}
