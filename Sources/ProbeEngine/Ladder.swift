package import FleetModel
import NIOCore

/// Climbs a server layer by layer, as a client would, and records what each layer showed.
///
/// One connection per climb, closed in order, and an echo beside it; no credentials, ever. It reports facts and judges
/// nothing.
package struct Ladder: Sendable {
    private let approach: Approach
    /// The layers on the open connection, in the order in which they are climbed.
    private let layers: [any ConnectionLayer]
    private let pinger: Pinger?
    private let links = LocalLinks()
    private let now: @Sendable () -> Instant
    private let runner: ProbeRunner

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - examiners: Read the certificates.
    ///   - cadence: Says what is due besides what every climb looks at.
    ///   - pinger: Sends the echoes; nil for none.
    ///   - runner: Where the probes run.
    ///   - keyLog: Gets the secrets of all TLS sessions, line by line; nil to keep none.
    ///   - now: The wall clock.
    /// - Throws: What the TLS library says when it cannot be set up.
    package init(
        resolver: any NameResolving, examiners: CertificateExaminers, cadence: Cadence = Cadence(depth: .full),
        pinger: Pinger? = nil, runner: ProbeRunner = ProbeRunner(), keyLog: (@Sendable (String) -> Void)? = nil,
        now: @escaping @Sendable () -> Instant
    ) throws {
        approach = Approach(resolver: resolver, now: now)
        self.pinger = pinger
        self.now = now
        self.runner = runner
        layers = try LayerTable.layers(
            examiners: examiners, cadence: cadence, keyLog: keyLog.map(KeyLog.init), now: now)
    }

    /// Probes a server once.
    ///
    /// Takes at most ``Approach/resolutionLimit`` for the name, as long as it must until it may connect, the policy's
    /// timeout from the first SYN on, and a second for the echo. It ends soon after its task is cancelled; the layer that
    /// was being climbed then failed by our own fault.
    ///
    /// - Parameters:
    ///   - server: Whom to probe.
    ///   - earlier: The probe before, by which it is known what is due; nil for the first.
    ///   - pass: Keeps the connection within the limits of all; nil where one server is probed alone.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    ///   - wire: Gets what goes over the wire of this probe; nil when nobody records it.
    /// - Returns: What each layer showed; nothing where a layer was not tried.
    package func climb(
        _ server: Server, after earlier: ServerSnapshot? = nil, pass: ConnectionPass? = nil,
        observe: (@Sendable (ProbeStep) -> Void)? = nil, wire: WireObserver? = nil
    ) async -> ServerSnapshot {
        await runner.run(observe: observe, wire: wire) { dialer in
            await climb(server, after: earlier, pass: pass, with: dialer)
        }
    }

    private func climb(
        _ server: Server, after earlier: ServerSnapshot?, pass: ConnectionPass?, with dialer: Dialer
    ) async -> ServerSnapshot {
        let began = now()
        let (dns, mayConnect) = await find(server, pass, dialer.trace)
        return await climb(
            server, after: earlier, pass: pass, found: dns, mayConnect: mayConnect, since: began, with: dialer)
    }

    /// Looks up the name, and waits until its address may be connected to.
    private func find(
        _ server: Server, _ pass: ConnectionPass?, _ trace: ProbeTrace
    ) async -> (dns: Observation<DNSFacts>, mayConnect: Bool) {
        let dns = await approach.resolve(server.resolvedName, knownAs: server.address, trace)
        guard let first = dns.facts?.addresses.first else { return (dns, false) }
        return (dns, await pass?.enter(first.neighbourhood) ?? true)
    }

    /// Climbs what is above the name.
    ///
    /// Never inlined: what it needs would be there while the probe waits to connect, and thousands do at a time.
    @inline(never)
    private func climb(
        _ server: Server, after earlier: ServerSnapshot?, pass: ConnectionPass?, found dns: Observation<DNSFacts>,
        mayConnect: Bool, since began: Instant, with dialer: Dialer
    ) async -> ServerSnapshot {
        var snapshot = ServerSnapshot(server: server.id, began: began, ended: began, dns: dns)
        if let addresses = dns.facts?.addresses, let first = addresses.first {
            if mayConnect {
                let echo = pinger?.send(to: first)
                let endpoints = addresses.map { SocketEndpoint(address: $0, port: server.port) }
                await climb(server, after: earlier, pass: pass, at: endpoints, with: dialer, into: &snapshot)
                if let echo { await hear(echo, dialer.trace, into: &snapshot) }
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
        let (tcp, connection) = await approach.dial(endpoints, by: deadline, with: dialer)
        snapshot.tcp = tcp
        if let last = tcp.facts?.attempts.last {
            snapshot.tcp?.facts?.link = links.link(to: last.peer, from: tcp.facts?.local?.address)
        }
        guard let connection else { return }
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

    /// Waits for the echo that was sent when the climb began, no longer than a network that answers TCP gives reason to:
    /// where echoes are dropped, a sweep shall not wait a second for each.
    private func hear(_ echo: Pinger.Echo, _ trace: ProbeTrace, into snapshot: inout ServerSnapshot) async {
        guard let pinger else { return }
        trace.layer = .ping
        trace.tell(.began("echo to \(echo.address)"))
        let connect = snapshot.tcp?.facts?.attempts.last { $0.failure == nil }?.microseconds ?? 0
        let observation = await pinger.observation(
            of: echo, patience: .microseconds(4 * connect) + Self.echoAllowance)
        snapshot.ping = observation
        trace.tell(.ended(observation.outcome))
    }

    /// How much longer an echo may take than four times a connect.
    private static let echoAllowance = Duration.milliseconds(100)
}
