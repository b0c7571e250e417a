import Drawing
package import FleetModel

extension DashboardState {
    /// Notes what has happened.
    mutating func record(_ events: [TimelineEvent]) { learn { $0.record(events) } }

    /// What has happened by now, also while the screen stands still.
    package var timelineByNow: EventTimeline { backstage?.known.timeline ?? timeline }

    /// Takes what is said of our side.
    mutating func take(ourSide sentence: String?) {
        let isEvent = learn { $0.take(ourSide: sentence) }
        if isEvent, backstage == nil, view == .events { follow() }
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
