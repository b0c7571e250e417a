import Drawing
package import FleetModel

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

    /// What has happened by now, also while the screen stands still.
    package var timelineByNow: EventTimeline { backstage?.timeline ?? timeline }

    /// What has happened to servers, given what is new of them.
    func events(of changes: [ServerStatus]) -> [TimelineEvent] {
        changes.flatMap { status in
            guard let index = liveRows.index(of: status.server.id) else { return [TimelineEvent]() }
            let said = annotations(index)
            return TimelineEvent.between(liveRows[index], status, now: clock)
                + TimelineEvent.between(
                    said, said.remaining(status.judgement, now: clock), of: status.server.id, since: started, now: clock
                )
        }
    }

    /// What has happened to gateways, given what is new of them.
    func events(of changes: [GatewayStatus]) -> [TimelineEvent] {
        changes.flatMap { status in
            let old = (backstage?.gateways ?? gateways)[status.gateway.id] ?? GatewayStatus(gateway: status.gateway)
            return TimelineEvent.between(old, status, now: clock)
        }
    }

    /// Takes what is said of our side.
    mutating func take(ourSide sentence: String?) {
        let live = (timeline: timelineByNow, sentence: backstage?.ourSide ?? ourSide)
        let event = TimelineEvent.ourSide(
            live.sentence, sentence, now: clock, began: live.timeline.ourSideTroubleBegan)
        if backstage == nil { ourSide = sentence } else { backstage?.ourSide = sentence }
        record(event.map { [$0] } ?? [])
        if event != nil, backstage == nil, view == .events { follow() }
    }

    // MARK: The pane

    /// How many rows the newest events take below the list of a screen, their title included; nil when they are not there.
    func eventsHeight(in size: Size) -> Int? {
        guard !isZoomed, whyNoEvents(in: size) == nil else { return nil }
        guard showsEvents ?? (size.height >= Arrangement.heightForEvents) else { return nil }
        return size.height >= 50 ? 7 : size.height >= Arrangement.heightForEvents ? 4 : 3
    }

    /// Why the newest events cannot stand below the list; nil when they can.
    func whyNoEvents(in size: Size) -> String? {
        if view == .events { return "this view shows all events" }
        return size.height < 20 ? "too few rows for the events below the list; their own view shows them" : nil
    }
}
