package import FleetModel
import NIOCore

/// Climbs a server layer by layer, as a client would, and records what each layer showed.
///
/// One connection per climb, closed in order; no credentials, ever. It reports facts and judges nothing.
package struct Ladder: Sendable {
    /// The longest wait for a name.
    package static let resolutionLimit = Duration.seconds(3)

    private let resolver: any NameResolving
    /// Where each climb waits for its neighbourhood before the first SYN; nil where one server is probed alone.
    private let gate: NeighbourhoodGate?
    /// The layers on the open connection, in the order in which they are climbed.
    private let layers: [any ConnectionLayer]
    private let now: @Sendable () -> Instant
    private let runner: ProbeRunner

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - examiners: Read the certificates.
    ///   - cadence: Says what is due besides what every climb looks at.
    ///   - gate: Keeps climbs to one neighbourhood within their limits, from the first SYN to the end.
    ///   - runner: Where the probes run.
    ///   - now: The wall clock.
    /// - Throws: What the TLS library says when it cannot be set up.
    package init(
        resolver: any NameResolving, examiners: CertificateExaminers, cadence: Cadence = Cadence(depth: .full),
        gate: NeighbourhoodGate? = nil, runner: ProbeRunner = ProbeRunner(), now: @escaping @Sendable () -> Instant
    ) throws {
        self.resolver = resolver
        self.gate = gate
        self.now = now
        self.runner = runner
        layers = try LayerTable.layers(examiners: examiners, cadence: cadence, now: now)
    }

    /// Probes a server once.
    ///
    /// Takes at most ``resolutionLimit`` for the name, as long as it must at the gate, and the policy's timeout from the
    /// first SYN on, and ends soon after its task is cancelled; the layer that was being climbed then failed by our own
    /// fault.
    ///
    /// - Parameters:
    ///   - server: Whom to probe.
    ///   - earlier: The probe before, by which it is known what is due; nil for the first.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    /// - Returns: What each layer showed; nothing where a layer was not tried.
    package func climb(
        _ server: Server, after earlier: ServerSnapshot? = nil, observe: (@Sendable (ProbeStep) -> Void)? = nil
    ) async -> ServerSnapshot {
        await runner.run(observe: observe) { dialer in await climb(server, after: earlier, with: dialer) }
    }

    private func climb(_ server: Server, after earlier: ServerSnapshot?, with dialer: Dialer) async -> ServerSnapshot {
        let began = now()
        var snapshot = ServerSnapshot(server: server.id, began: began, ended: began)
        let addresses = await resolve(server, into: &snapshot, dialer.trace)
        if let neighbourhood = addresses.first?.neighbourhood {
            let endpoints = addresses.map { SocketEndpoint(address: $0, port: server.port) }
            if await gate?.enter(neighbourhood) ?? true {
                await climb(server, after: earlier, at: endpoints, with: dialer, into: &snapshot)
                gate?.leave(neighbourhood)
            } else {
                let facts = TCPFacts(attempts: [])
                snapshot.tcp = Observation(
                    facts: facts, failure: .ourFault(.cancelled), microseconds: 0, at: now())
            }
        }
        snapshot.ended = now()
        return snapshot
    }

    /// Connects and climbs the layers on the open connection; the time that the policy allows begins here.
    private func climb(
        _ server: Server, after earlier: ServerSnapshot?, at endpoints: [SocketEndpoint], with dialer: Dialer,
        into snapshot: inout ServerSnapshot
    ) async {
        let deadline = NIODeadline.now() + .milliseconds(server.policy.timeout.milliseconds)
        guard let connection = await dial(endpoints, by: deadline, with: dialer, into: &snapshot) else { return }
        await connection.within(deadline) {
            for layer in layers {
                await layer.climb(connection, of: server, into: &snapshot, after: earlier, now: now)
            }
            await connection.close()
        }
    }

    /// The addresses to try, in order; what is known already is not asked for.
    private func resolve(
        _ server: Server, into snapshot: inout ServerSnapshot, _ trace: ProbeTrace
    ) async -> [IPAddress] {
        trace.layer = .dns
        var observation: Observation<DNSFacts>
        if let literal = server.address ?? IPAddress(server.name) {
            let facts = DNSFacts(name: server.name, addresses: [literal], source: .literal)
            observation = Observation(facts: facts, microseconds: 0, at: now())
        } else {
            trace.tell(.began("resolving \(server.name)"))
            observation = await resolver.resolve(server.name, deadline: .now + Self.resolutionLimit)
        }
        let addresses = observation.facts?.addresses ?? []
        if addresses.isEmpty, observation.failure == nil { observation.failure = .noAddress }
        snapshot.dns = observation
        trace.tell(.ended(observation.outcome))
        return addresses
    }

    /// The connection to the first endpoint that accepts one; nil when none does.
    private func dial(
        _ endpoints: [SocketEndpoint], by deadline: NIODeadline, with dialer: Dialer,
        into snapshot: inout ServerSnapshot
    ) async -> Connection? {
        dialer.trace.layer = .tcp
        let stopwatch = Stopwatch()
        let result = await dialer.dial(endpoints, deadline: deadline)
        let observation = Observation(
            facts: result.facts, failure: result.failure, microseconds: stopwatch.microseconds, at: now())
        snapshot.tcp = observation
        dialer.trace.tell(.ended(observation.outcome))
        return result.connection
    }
}
