import FleetModel

/// What a layer saw: facts, a failure, or both.
struct Sighting<Facts> {
    /// What was seen, also when the layer failed after having seen something.
    var facts: Facts?
    /// Why the layer failed; nil when it passed.
    var failure: LayerFailure?
}

/// A layer that is climbed on the open connection.
///
/// A new one is a file `NameLayer.swift` with the type, and a line in ``LayerTable``. It talks through the connection and never opens,
/// closes or times anything: the ladder does.
protocol ConnectionLayer: Sendable {
    /// What it learns.
    associatedtype Facts: Sendable & Hashable & Codable

    /// Which layer it is.
    var layer: Layer { get }
    /// Where its observation belongs.
    var place: WritableKeyPath<ServerSnapshot, Observation<Facts>?> { get }

    /// Whether it can be tried after what was seen so far; unless it says otherwise, when the layer it needs passed.
    func isReachable(over connection: Connection, after snapshot: ServerSnapshot) -> Bool

    /// Whether it is to be tried this time; unless it says otherwise, always.
    ///
    /// - Parameters:
    ///   - snapshot: What was seen so far.
    ///   - earlier: The probe before; nil for the first.
    ///   - now: The wall clock.
    /// - Returns: Whether it is.
    func isDue(_ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, at now: Instant) -> Bool

    /// Tries the layer.
    func probe(_ connection: Connection, of server: Server) async -> Sighting<Facts>
}

extension ConnectionLayer {
    func isReachable(over connection: Connection, after snapshot: ServerSnapshot) -> Bool {
        guard let need = layer.need else { return true }
        return snapshot.hasPassed(need)
    }

    func isDue(_ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, at now: Instant) -> Bool { true }

    /// Tries the layer if it is due and can be reached, and records what it saw.
    func climb(
        _ connection: Connection, of server: Server, into snapshot: inout ServerSnapshot,
        after earlier: ServerSnapshot?, now: @Sendable () -> Instant
    ) async {
        guard isReachable(over: connection, after: snapshot), isDue(snapshot, after: earlier, at: now()) else { return }
        connection.trace.layer = layer
        let stopwatch = Stopwatch()
        let sighting = await probe(connection, of: server)
        let observation = Observation(
            facts: sighting.facts, failure: sighting.failure, microseconds: stopwatch.microseconds, at: now())
        snapshot[keyPath: place] = observation
        connection.trace.tell(.ended(observation.outcome))
    }
}

extension ServerSnapshot {
    /// Whether a layer was tried and did not fail.
    func hasPassed(_ layer: Layer) -> Bool {
        guard let outcome = outcome(of: layer) else { return false }
        return outcome.failure == nil
    }
}
