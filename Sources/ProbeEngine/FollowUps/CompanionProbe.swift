import FleetModel
import NIOCore

/// A connection that offers TLS alone: beside the regular one it tells "NLA required" from "NLA offered".
///
/// X.224 and nothing else: whatever the server answers, the connection is closed in order.
struct CompanionProbe: Sendable {
    private let layer: NegotiationLayer
    private let now: @Sendable () -> Instant

    /// - Parameter now: The wall clock.
    /// - Throws: What stands against the request's wire form.
    init(now: @escaping @Sendable () -> Instant) throws {
        layer = try NegotiationLayer(requesting: .tls)
        self.now = now
    }

    /// Connects and asks, within the time that the server's policy allows.
    ///
    /// - Parameters:
    ///   - server: Whom to ask.
    ///   - endpoint: Where it answered the regular connection.
    ///   - dialer: Connects; the caller runs on its event loop.
    /// - Returns: What the server answered; no facts when it could not be reached. That it refuses with
    ///   HYBRID_REQUIRED_BY_SERVER is a failure of this offer, not of the server.
    func probe(
        _ server: Server, at endpoint: SocketEndpoint, with dialer: Dialer
    ) async -> Observation<NegotiationFacts> {
        let stopwatch = Stopwatch()
        let sighting = await sight(server, at: endpoint, with: dialer)
        return Observation(
            facts: sighting.facts, failure: sighting.failure, microseconds: stopwatch.microseconds, at: now())
    }

    private func sight(
        _ server: Server, at endpoint: SocketEndpoint, with dialer: Dialer
    ) async -> Sighting<NegotiationFacts> {
        let deadline = NIODeadline.now() + .milliseconds(server.policy.timeout.milliseconds)
        dialer.trace.layer = .tcp
        let result = await dialer.dial([endpoint], deadline: deadline)
        guard let connection = result.connection else { return Sighting(facts: nil, failure: result.failure) }
        return await connection.within(deadline) {
            dialer.trace.layer = layer.layer
            let sighting = await layer.probe(connection, of: server)
            await connection.close()
            return sighting
        }
    }
}
