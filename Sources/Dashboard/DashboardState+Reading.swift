import FleetModel

/// What is looked up for the server that the user reads, when that changes and not in each frame.
struct Reading: Sendable, Equatable {
    /// Whose.
    var row: Rows.Index
    /// The causes that it shares with others, the strongest first.
    var causes: [SharedCause]
    /// What the explanation says beyond the verdict; nil while nobody looks at it.
    var advice: Advice?

    /// What is asked of the explainer.
    struct Advice: Sendable, Equatable {
        /// Common advice that what was seen of the server speaks against.
        var refutations: [Refutation]
        /// Updates of Windows that may concern it.
        var regressions: [String]
    }
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
            case .key, .mouse, .resized, .ourSide, .tick, .notice: (false, false)
            }
        var current = reading
        if current?.row != selected {
            current = Reading(row: selected, causes: causes(of: status.server.id), advice: nil)
        } else if news.ofCauses {
            current?.causes = causes(of: status.server.id)
        }
        if overlay != .explain {
            current?.advice = nil
        } else if news.ofServer || current?.advice == nil {
            current?.advice = Reading.Advice(
                refutations: explainer.refutations(status, gateway(of: status.server), now),
                regressions: explainer.regressions(status))
        }
        reading = current
    }

    private func causes(of server: Server.ID) -> [SharedCause] { causes.filter { $0.servers.contains(server) } }

    /// Whether the details or the explanation of the selected server are in sight.
    private var isReadingServer: Bool { overlay == .explain || (isDetailOpen && answer?.isInFront != true) }
}
