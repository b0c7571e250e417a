internal import FleetModel

/// The alarms that are set and have not rung.
///
/// An alarm cannot be called back, so one that has become too late stays and rings for nothing. A new one is only set
/// when it is earlier than all others; so there are few, and no time is waited for twice.
struct AlarmStack: Sendable {
    /// The latest first.
    private var times: [Instant] = []

    /// Whether an alarm must be set for `wake`; from then on it counts as set.
    mutating func needs(_ wake: Instant) -> Bool {
        if let earliest = times.last, earliest <= wake { return false }
        times.append(wake)
        return true
    }

    /// Forgets those that have rung.
    mutating func drop(until now: Instant) {
        while let earliest = times.last, earliest <= now { times.removeLast() }
    }
}
