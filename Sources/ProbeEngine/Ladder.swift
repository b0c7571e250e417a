package import FleetModel
package import NIOCore
import NIOPosix

/// Climbs a server layer by layer, as a client would, and records what each layer showed.
///
/// One connection per climb, closed in order; no credentials, ever. It reports facts and judges nothing.
package struct Ladder: Sendable {
    /// The longest wait for a name.
    package static let resolutionLimit = Duration.seconds(3)

    private let resolver: any NameResolving
    /// The layers on the open connection, in the order in which they are climbed.
    private let layers: [any ConnectionLayer]
    private let now: @Sendable () -> Instant
    private let eventLoops: EventLoopRing

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - examiners: Read the certificates.
    ///   - eventLoops: Where the probes run; must outlive the ladder.
    ///   - now: The wall clock.
    /// - Throws: What the TLS library says when it cannot be set up.
    package init(
        resolver: any NameResolving, examiners: CertificateExaminers,
        eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.resolver = resolver
        self.now = now
        self.eventLoops = EventLoopRing(eventLoops)
        layers = try LayerTable.layers(examiners: examiners)
    }

    /// Probes a server once.
    ///
    /// Takes at most ``resolutionLimit`` for the name, as long as it must until it may connect, and the policy's timeout from the
    /// first SYN on, and ends soon after its task is cancelled; the layer that was being climbed then failed by our own
    /// fault.
    ///
    /// - Parameters:
    ///   - server: Whom to probe.
    ///   - earlier: The probe before, by which it is known what is due; nil for the first.
    ///   - pass: Keeps the connection within the limits of all; nil where one server is probed alone.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    /// - Returns: What each layer showed; nothing where a layer was not tried.
    @concurrent
    package func climb(
        _ server: Server, after earlier: ServerSnapshot? = nil, pass: ConnectionPass? = nil,
        observe: (@Sendable (ProbeStep) -> Void)? = nil
    ) async -> ServerSnapshot {
        let executor = eventLoops.next()
        let cancellation = CancellationSwitch()
        return await withTaskCancellationHandler {
            await withTaskExecutorPreference(executor) {
                await climb(
                    server, after: earlier, pass: pass, on: executor.eventLoop, cancellation: cancellation,
                    trace: ProbeTrace(observe))
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func climb(
        _ server: Server, after earlier: ServerSnapshot?, pass: ConnectionPass?, on eventLoop: any EventLoop,
        cancellation: CancellationSwitch, trace: ProbeTrace
    ) async -> ServerSnapshot {
        let began = now()
        var snapshot = ServerSnapshot(server: server.id, began: began, ended: began)
        let addresses = await resolve(server, into: &snapshot, trace)
        if let neighbourhood = addresses.first?.neighbourhood {
            let endpoints = addresses.map { SocketEndpoint(address: $0, port: server.port) }
            if await pass?.enter(neighbourhood) ?? true {
                let dialer = Dialer(eventLoop: eventLoop, cancellation: cancellation, trace: trace)
                await climb(server, after: earlier, pass: pass, at: endpoints, with: dialer, into: &snapshot)
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
        _ server: Server, after earlier: ServerSnapshot?, pass: ConnectionPass?, at endpoints: [SocketEndpoint],
        with dialer: Dialer, into snapshot: inout ServerSnapshot
    ) async {
        let deadline = NIODeadline.now() + .milliseconds(server.policy.timeout.milliseconds)
        guard let connection = await dial(endpoints, by: deadline, with: dialer, into: &snapshot) else { return }
        await connection.within(deadline) {
            guard await pass?.connected() ?? true else {
                await connection.close()
                let fault = Task.isCancelled ? OurFault.cancelled : .heldBack
                snapshot.x224 = Observation(facts: nil, failure: .ourFault(fault), microseconds: 0, at: now())
                return
            }
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
