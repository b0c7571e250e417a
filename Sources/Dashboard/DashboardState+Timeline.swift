import Drawing
import FleetModel

extension DashboardState {
    /// Notes what has happened. The timeline is folded anew then, and not for a frame.
    mutating func record(_ events: [TimelineEvent]) {
        guard !events.isEmpty else { return }
        timeline.append(events)
        stories = timeline.folds()
    }

    /// What has happened to servers, given what is new of them.
    func events(of changes: [ServerStatus]) -> [TimelineEvent] {
        changes.flatMap { status in
            rows.index(of: status.server.id).map { TimelineEvent.between(rows[$0], status, now: now) } ?? []
        }
    }

    /// What has happened to gateways, given what is new of them.
    func events(of changes: [GatewayStatus]) -> [TimelineEvent] {
        changes.flatMap { status in
            let old = gateways[status.gateway.id] ?? GatewayStatus(gateway: status.gateway)
            return TimelineEvent.between(old, status, now: now)
        }
    }

    /// Takes what is said of our side.
    mutating func take(ourSide sentence: String?) {
        let event = TimelineEvent.ourSide(ourSide, sentence, now: now, began: timeline.ourSideTroubleBegan)
        ourSide = sentence
        record(event.map { [$0] } ?? [])
        if event != nil, view == .events { follow() }
    }

    // MARK: The pane

    /// How many rows the newest events take below the list, their title included; nil when they are not there.
    var eventsHeight: Int? {
        guard whyNoEventsPane == nil, showsEvents ?? (size.height >= 30) else { return nil }
        return size.height >= 50 ? 7 : size.height >= 30 ? 4 : 3
    }

    /// Why the newest events cannot stand below the list; nil when they can.
    var whyNoEventsPane: String? {
        if view == .events { return "this view shows all events" }
        return size.height < 20 ? "too few rows for the events below the list; their own view shows them" : nil
    }
}
