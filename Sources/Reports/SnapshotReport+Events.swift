package import FleetModel

extension SnapshotReport {
    /// What happened to the servers of this report, to the gateways, and on our side, the earliest first.
    package var events: [TimelineEvent] {
        let isTold = isTold
        return timeline.newestFirst(where: isTold).reversed().compactMap { timeline[$0] }
    }

    /// The same folded by cause, the newest story first.
    package var stories: [EventFold] { timeline.folds(where: isTold) }

    /// Whether an event is about something in this report.
    private var isTold: (TimelineEvent) -> Bool {
        let servers = Set(statuses.map(\.server.id))
        return { event in
            switch event.subject {
            case .server(let id): servers.contains(id)
            case .gateway, .fleet: true
            }
        }
    }
}
