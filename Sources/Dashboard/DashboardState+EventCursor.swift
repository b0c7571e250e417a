import FleetModel

/// Where the user is among the newest events below the list.
struct EventCursor: Sendable, Equatable {
    /// The story under the cursor, by its name.
    var story: EventFold.ID
    /// The row on which it stands, and goes on to when newer ones come.
    var row = 0
}

extension DashboardState {
    /// What stands below the list.
    ///
    /// - Parameter height: How many stories have room.
    /// - Returns: These, and the one under the cursor, which is nil while something else has the keys.
    func storiesBelow(height: Int) -> (stories: ArraySlice<EventFold>, marked: EventFold.ID?) {
        guard placeBehind == .events, let cursor = eventCursor, let top = topStory(height: height) else {
            return (stories.prefix(height), nil)
        }
        return (stories.dropFirst(top).prefix(height), cursor.story)
    }

    /// The place of the story that stands on top; nil when none is under the cursor.
    private func topStory(height: Int) -> Int? {
        guard let cursor = eventCursor, let place = placeOfStory else { return nil }
        return max(0, min(place - min(cursor.row, height - 1), stories.count - height))
    }

    private var placeOfStory: Int? { eventCursor.flatMap { cursor in stories.firstIndex { $0.id == cursor.story } } }

    /// Why the keys cannot go to the events; nil when they can.
    var whyNotToEvents: String? {
        guard !isZoomed else { return "the list has the whole screen; \(keys.name(of: "zoom") ?? ":zoom") shares it" }
        guard hasEvents(in: size) else {
            let key = keys.name(of: "events") ?? ":events"
            return whyNoEvents(in: size) ?? "no events below the list; \(key) shows them"
        }
        return stories.isEmpty ? "nothing has happened yet" : nil
    }

    /// Gives the keys to the events, the newest of them first.
    mutating func goToEvents() { eventCursor = stories.first.map { EventCursor(story: $0.id) } }

    /// Moves among the events.
    mutating func moveInEvents(_ motion: Motion) {
        let height = (eventsHeight(in: size) ?? 1) - 1
        guard height > 0, !stories.isEmpty else { return }
        let target = motion.target(from: placeOfStory ?? 0, page: max(1, height - 1), last: stories.count - 1)
        let row = max(0, min(target - (topStory(height: height) ?? 0), height - 1))
        eventCursor = EventCursor(story: stories[target].id, row: row)
    }

    /// Goes to the line of the list that the event under the cursor is about; where there is none, or the event is several,
    /// to the event itself in the view of events.
    mutating func leaveForEvent() {
        guard let place = placeOfStory else { return }
        let story = stories[place]
        eventCursor = nil
        let event = story.isSingle ? item(ofEvent: story.id) : .eventFold(story.id)
        if let position = line(about: event) { return moveCursor(to: position) }
        show(.events)
        guard let position = items.firstIndex(of: event) else {
            return say("the filter of the view Events hides this event")
        }
        moveCursor(to: position)
    }

    /// Where the server or the gateway of an event stands in the list; nil when it is not there.
    private func line(about event: BoardItem) -> Int? {
        if let server = event.server { return items.firstIndex(of: .server(server)) ?? place(ofHeadingOf: server) }
        return event.gateway.flatMap { items.firstIndex(of: .gateway($0)) }
    }
}
