import FleetModel

/// A whole fleet, divided into failing and healthy.
struct Population: Sendable {
    /// What counts as failing: `down`; `warning` when no server is down.
    let failingState: ServerState
    /// Every server.
    let subjects: [Subject]
    /// The indexes of the failing ones.
    let failing: [Int]
    /// For each server its place among the failing; -1 for the others.
    let places: [Int]
    /// How many are healthy.
    let healthy: Int
    /// How many let users in: the healthy, and those that work on one of two paths.
    let working: Int
    /// Whether some of those have a warning, which keeps nobody out.
    let hasWorkingWithWarning: Bool
    /// The names of the gateways that are down.
    let gatewaysDown: Set<String>
    /// The moment of the search.
    let now: Instant

    /// Nil when nothing fails.
    init?(_ rows: [ServerStatus], gateways: [Gateway.ID: GatewayStatus], at now: Instant) {
        var hasWarnings = false
        var hasFailures = false
        for index in rows.indices {
            if rows[index].judgement.state == .warning { hasWarnings = true }
            if rows[index].judgement.state == .down { hasFailures = true }
        }
        guard hasFailures || hasWarnings else { return nil }
        let failingState: ServerState = hasFailures ? .down : .warning
        let names = gateways.mapValues(\.gateway.name)
        var (subjects, failing, places, healthy, partly) = ([Subject](), [Int](), [Int](), 0, 0)
        var hasWorkingWithWarning = false
        subjects.reserveCapacity(rows.count)
        places.reserveCapacity(rows.count)
        for index in rows.indices {
            let subject = Subject(rows[index], failing: failingState) { names[$0.lowercased()] ?? $0 }
            places.append(subject.standing == .failing ? failing.count : -1)
            if subject.standing == .failing { failing.append(subjects.count) }
            if subject.standing == .healthy { healthy += 1 }
            if subject.standing == .partly { partly += 1 }
            if subject.standing != .failing, subject.state == .warning { hasWorkingWithWarning = true }
            subjects.append(subject)
        }
        self.failingState = failingState
        self.subjects = subjects
        self.failing = failing
        self.places = places
        self.healthy = healthy
        working = healthy + partly
        self.hasWorkingWithWarning = hasWorkingWithWarning
        self.now = now
        gatewaysDown = Set(gateways.values.filter { $0.judgement.state == .down }.map(\.gateway.name))
    }

    /// How many servers are on either side of the comparison.
    var compared: Int { failing.count + healthy }
}
