package import FleetModel
import NIOCore

/// Climbs a server layer by layer, as a client would, and records what each layer showed.
///
/// One connection per climb, closed in order; no credentials, ever. It reports facts and judges nothing.
package struct Ladder: Sendable {
    /// The longest wait for a name.
    package static let resolutionLimit = Approach.resolutionLimit

    private let approach: Approach
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
        approach = Approach(resolver: resolver, now: now)
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
        let dns = await approach.resolve(server.name, knownAs: server.address, dialer.trace)
        snapshot.dns = dns
        let addresses = dns.facts?.addresses ?? []
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
        let (tcp, connection) = await approach.dial(endpoints, by: deadline, with: dialer)
        snapshot.tcp = tcp
        guard let connection else { return }
        await connection.within(deadline) {
            for layer in layers {
                await layer.climb(connection, of: server, into: &snapshot, after: earlier, now: now)
            }
            await connection.close()
        }
    }
}
