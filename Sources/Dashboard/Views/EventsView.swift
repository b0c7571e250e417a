import Drawing
import FleetModel

/// What has happened since the program was started, the newest first, folded by cause.
struct EventsView: BoardView {
    let id = ViewID.events
    let title = "Events"
    let sorts: [SortOrder] = []
    let order: String? = "newest first"

    func items(_ state: DashboardState) -> [BoardItem] {
        state.shownStories.folds.flatMap { fold -> [BoardItem] in
            guard !fold.isSingle else { return [state.item(ofEvent: fold.id)] }
            let item = BoardItem.eventFold(fold.id)
            guard state.list.unfolded.contains(item) else { return [item] }
            return [item] + fold.numbers.reversed().map { state.item(ofEvent: $0) }
        }
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { EventTable(state, width: width) }

    /// New events are, and nothing else: they follow from the changes.
    func isTouched(by changes: [ServerStatus], _ state: DashboardState) -> Bool { false }

    func emptySentence(_ state: DashboardState) -> String {
        guard state.timeline.isEmpty else {
            let count = state.timeline.count
            return "The filter hides all \(count) \(count == 1 ? "event" : "events"). \(state.wayOutOfFilter)"
        }
        return state.nothingHappened
    }
}

/// The stories on the screen, to be found by their names.
struct EventList: Sendable {
    /// The newest first.
    let folds: [EventFold]
    private let places: [EventFold.ID: Int]

    init(_ folds: [EventFold] = []) {
        self.folds = folds
        places = Dictionary(
            folds.enumerated().lazy.map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The story that an event began; nil when it began none.
    subscript(id: EventFold.ID) -> EventFold? { places[id].map { folds[$0] } }

    /// Whether an event is a story of its own.
    func isSingle(_ number: Int) -> Bool { self[number]?.isSingle ?? false }
}

extension DashboardState {
    /// The stories of those servers that the filter leaves, of the gateways in front of them, and of our side.
    var storiesOfShown: [EventFold] {
        guard !rows.filter.isEmpty else { return stories }
        let servers = Set(rows.order.map { rows[$0].server.id })
        let gateways = shownGateways
        return timeline.folds { event in
            switch event.subject {
            case .server(let id): servers.contains(id)
            case .gateway(let id): gateways.contains(id)
            case .fleet: true
            }
        }
    }

    /// The line of a single event.
    func item(ofEvent number: Int) -> BoardItem {
        switch timeline[number]?.subject {
        case .server(let id)?: .event(number, server: rows.index(of: id))
        // One that is not in this fleet has no details.
        case .gateway(let id)?: .event(number, server: nil, gateway: gateways[id] == nil ? nil : id)
        case .fleet?, nil: .event(number, server: nil)
        }
    }

    /// Why there is no event.
    var nothingHappened: String {
        rows.probed == 0 && rows.count > 0
            ? "Nothing has happened yet: the first sweep is under way."
            : "Nothing has happened since the start at \(started.timeText)Z."
    }
}
