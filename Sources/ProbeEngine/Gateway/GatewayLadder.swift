package import FleetModel
package import NIOCore

/// Climbs an RD Gateway as a client would before it has said who it is, and records what each layer showed.
///
/// One connection in most climbs, three at most, each closed in order and a second before the next, and a few datagrams
/// once an hour. No credentials, ever. It reports facts and judges nothing.
package struct GatewayLadder: Sendable {
    /// The longest wait for what the DTLS port says to one version.
    package static let flightLimit = TimeAmount.seconds(3)

    private let approach: Approach
    private let flightLimit: TimeAmount
    private let examiners: CertificateExaminers
    private let tls: TLSLayer
    private let random: RandomBytes
    private let clock: any Clock<Duration>
    private let audit: (@Sendable (AuditEntry) -> Void)?
    private let now: @Sendable () -> Instant
    private let runner: ProbeRunner

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - examiners: Read the certificates; must have been made for the gateways too.
    ///   - runner: Where the probes run.
    ///   - flightLimit: The longest wait for what the DTLS port says to one version.
    ///   - random: For identifiers and keys.
    ///   - clock: Measures the time between two connections.
    ///   - audit: Gets an entry for each connection and exchange; nil when nobody keeps them.
    ///   - now: The wall clock.
    /// - Throws: What the TLS library says when it cannot be set up.
    package init(
        resolver: any NameResolving, examiners: CertificateExaminers, runner: ProbeRunner = ProbeRunner(),
        flightLimit: TimeAmount = Self.flightLimit, random: @escaping RandomBytes = systemRandomBytes,
        clock: any Clock<Duration> = ContinuousClock(), audit: (@Sendable (AuditEntry) -> Void)? = nil,
        now: @escaping @Sendable () -> Instant
    ) throws {
        approach = Approach(resolver: resolver, now: now)
        self.examiners = examiners
        // HTTP/2 has none of the gateway's methods, and no server may choose it.
        tls = try TLSLayer(applicationProtocols: ["http/1.1"])
        self.flightLimit = flightLimit
        self.random = random
        self.clock = clock
        self.audit = audit
        self.now = now
        self.runner = runner
    }

    /// Probes a gateway once.
    ///
    /// Takes at most ``Approach/resolutionLimit`` for the name, as long as it must until it may connect, the policy's timeout
    /// from the first SYN on, and one flight of DTLS that begins in that time, which is given up after that timeout or
    /// the limit of a flight. It ends soon after its task is cancelled; the layer that was being climbed then failed by
    /// our own fault.
    ///
    /// - Parameters:
    ///   - gateway: Whom to probe.
    ///   - earlier: The probe before, with what it carries on, by which it is known what is due; nil for the first.
    ///   - pass: Keeps the connection within the limits of all; nil where one gateway is probed alone.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    ///   - wire: Gets what goes over the wire of this probe; nil when nobody records it.
    /// - Returns: What each layer showed; nothing where a layer was not tried.
    package func climb(
        _ gateway: Gateway, after earlier: GatewaySnapshot? = nil, pass: ConnectionPass? = nil,
        observe: (@Sendable (ProbeStep) -> Void)? = nil, wire: WireObserver? = nil
    ) async -> GatewaySnapshot {
        await runner.run(observe: observe, wire: wire) { dialer in
            await climb(gateway, after: earlier, pass: pass, with: dialer)
        }
    }

    private func climb(
        _ gateway: Gateway, after earlier: GatewaySnapshot?, pass: ConnectionPass?, with dialer: Dialer
    ) async -> GatewaySnapshot {
        let began = now()
        var snapshot = GatewaySnapshot(gateway: gateway.id, began: began, ended: began)
        let dns = await approach.resolve(gateway.host, knownAs: gateway.address, dialer.trace)
        snapshot.dns = dns
        let addresses = dns.facts?.addresses ?? []
        if let neighbourhood = addresses.first?.neighbourhood {
            if await pass?.enter(neighbourhood) ?? true {
                let visit = GatewayVisit(
                    gateway: gateway, earlier: earlier, approach: approach, tls: tls,
                    certificates: CertificateLayer(examiners), examiner: examiners.examiner(for: gateway.policy),
                    flightLimit: flightLimit, random: random, clock: clock, pass: pass, dialer: dialer)
                let endpoints = addresses.map { SocketEndpoint(address: $0, port: gateway.port) }
                await visit.climb(at: endpoints, into: &snapshot)
            } else {
                snapshot.tcp = Observation(
                    facts: TCPFacts(attempts: []), failure: .ourFault(.cancelled), microseconds: 0, at: now())
            }
        }
        snapshot.ended = now()
        note(snapshot, gateway, dialer.contacts.all)
        return snapshot
    }

    /// The first contacts are those of the snapshot; the others are the connections on which more was asked.
    private func note(_ snapshot: GatewaySnapshot, _ gateway: Gateway, _ contacts: [Contact]) {
        guard let audit else { return }
        for entry in AuditEntry.entries(of: snapshot, gateway) { audit(entry) }
        for contact in contacts.dropFirst(snapshot.tcp?.facts?.attempts.count ?? 0) {
            audit(
                AuditEntry(
                    at: snapshot.began, target: "\(gateway.host):\(gateway.port)", kind: .gateway, peer: contact.peer,
                    local: contact.local, depth: contact.failure == nil ? .gateway : .tcp, result: contact.failure))
        }
    }
}
