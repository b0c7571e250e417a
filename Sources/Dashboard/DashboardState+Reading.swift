import FleetModel

/// What is looked up for the server that the user reads, when that changes and not in each frame.
struct Reading: Sendable, Equatable {
    /// Whose.
    var row: Rows.Index
    /// The causes that it shares with others, the strongest first.
    var causes: [SharedCause]
    /// What the explanation says beyond the verdict; nil while nobody looks at it.
    var advice: Advice?
    /// What has happened to it since the program was started, the newest first.
    var events: [TimelineEvent]
    /// How many servers are like it; nil while nobody looks at it.
    var kin: FleetKin?

    /// What is asked of the explainer.
    struct Advice: Sendable, Equatable {
        /// Common advice that what was seen of the server speaks against.
        var refutations: [Refutation]
        /// Updates of Windows that may concern it.
        var regressions: [String]
    }

    /// How long counts over the whole fleet stand while other servers change.
    fileprivate static let kinLasts = Span.seconds(10)
}

extension DashboardState {
    /// Looks up what the open details or explanation need, as far as the event has changed it.
    mutating func lookUp(after event: Event) {
        guard isReadingServer, let selected, let status = selectedStatus else {
            reading = nil
            return
        }
        let news: (ofCauses: Bool, ofServer: Bool) =
            switch event {
            case .causes: (true, false)
            case .statuses(let changes): (false, changes.contains { $0.server.id == status.server.id })
            case .gateways(let changes): (false, changes.contains { $0.gateway.id == status.server.gatewayID })
            case .key, .mouse, .resized, .ourSide, .tick, .cost, .hooks, .exchange, .notice, .fileNames, .annotations:
                (false, false)
            }
        var current = reading
        if current?.row != selected {
            current = Reading(
                row: selected, causes: causes(of: status.server.id), events: timeline.events(of: status.server.id))
        } else if news.ofCauses {
            current?.causes = causes(of: status.server.id)
        }
        if news.ofServer { current?.events = timeline.events(of: status.server.id) }
        if !readsAdvice {
            current?.advice = nil
        } else if news.ofServer || current?.advice == nil {
            current?.advice = Reading.Advice(
                refutations: setup.explainer.refutations(status, gateway(of: status.server), now),
                regressions: setup.explainer.regressions(status))
        }
        if !readsKin {
            current?.kin = nil
        } else if news.ofServer || (current?.kin).map({ now - $0.counted >= Reading.kinLasts }) != false {
            current?.kin = FleetKin(of: selected, in: rows, now: now)
        }
        reading = current
    }

    private func causes(of server: Server.ID) -> [SharedCause] { causes.filter { $0.servers.contains(server) } }

    /// Whether the details or the explanation of the selected server are in sight.
    private var isReadingServer: Bool { overlay == .explain || readsDetails }

    private var readsDetails: Bool { showsDetails && answer?.isInFront != true }

    private var readsAdvice: Bool { overlay == .explain || (readsDetails && detailTab == .remedy) }

    private var readsKin: Bool { readsDetails && (detailTab == .certificate || detailTab == .negotiation) }
}
