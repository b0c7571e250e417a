package import FleetModel
package import NIOCore
import NIOPosix

/// Climbs an RD Gateway as a client would before it has said who it is, and records what each layer showed.
///
/// One connection in most climbs, three at most, each closed in order, and a few datagrams once an hour. No credentials,
/// ever. It reports facts and judges nothing.
package struct GatewayLadder: Sendable {
    /// The longest wait for what the DTLS port says to one version.
    package static let flightLimit = TimeAmount.milliseconds(1_500)

    private let approach: Approach
    private let flightLimit: TimeAmount
    /// Where each climb waits for its neighbourhood before the first SYN; nil where one gateway is probed alone.
    private let gate: NeighbourhoodGate?
    private let examiners: CertificateExaminers
    private let tls: TLSLayer
    private let random: RandomBytes
    private let now: @Sendable () -> Instant
    private let eventLoops: EventLoopRing

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - resolver: Finds the addresses of names.
    ///   - examiners: Read the certificates; must have been made for the gateways too.
    ///   - gate: Keeps climbs to one neighbourhood within their limits, from the first SYN to the end.
    ///   - eventLoops: Where the probes run; must outlive the ladder.
    ///   - flightLimit: The longest wait for what the DTLS port says to one version.
    ///   - random: For identifiers and keys.
    ///   - now: The wall clock.
    /// - Throws: What the TLS library says when it cannot be set up.
    package init(
        resolver: any NameResolving, examiners: CertificateExaminers, gate: NeighbourhoodGate? = nil,
        eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup,
        flightLimit: TimeAmount = Self.flightLimit, random: @escaping RandomBytes = systemRandomBytes,
        now: @escaping @Sendable () -> Instant
    ) throws {
        approach = Approach(resolver: resolver, now: now)
        self.gate = gate
        self.examiners = examiners
        // HTTP/2 has none of the gateway's methods, and no server may choose it.
        tls = try TLSLayer(applicationProtocols: ["http/1.1"])
        self.flightLimit = flightLimit
        self.random = random
        self.now = now
        self.eventLoops = EventLoopRing(eventLoops)
    }

    /// Probes a gateway once.
    ///
    /// Takes at most ``Ladder/resolutionLimit`` for the name, as long as it must at the gate, and the policy's timeout
    /// from the first SYN on, DTLS included, and ends soon after its task is cancelled; the layer that was being climbed
    /// then failed by our own fault.
    ///
    /// - Parameters:
    ///   - gateway: Whom to probe.
    ///   - earlier: The probe before, with what it carries on, by which it is known what is due; nil for the first.
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    /// - Returns: What each layer showed; nothing where a layer was not tried.
    @concurrent
    package func climb(
        _ gateway: Gateway, after earlier: GatewaySnapshot? = nil, observe: (@Sendable (ProbeStep) -> Void)? = nil
    ) async -> GatewaySnapshot {
        let executor = eventLoops.next()
        let cancellation = CancellationSwitch()
        return await withTaskCancellationHandler {
            await withTaskExecutorPreference(executor) {
                let dialer = Dialer(
                    eventLoop: executor.eventLoop, cancellation: cancellation, trace: ProbeTrace(observe))
                return await climb(gateway, after: earlier, with: dialer)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func climb(
        _ gateway: Gateway, after earlier: GatewaySnapshot?, with dialer: Dialer
    ) async -> GatewaySnapshot {
        let began = now()
        var snapshot = GatewaySnapshot(gateway: gateway.id, began: began, ended: began)
        let dns = await approach.resolve(gateway.host, knownAs: gateway.address, dialer.trace)
        snapshot.dns = dns
        let addresses = dns.facts?.addresses ?? []
        if let neighbourhood = addresses.first?.neighbourhood {
            if await gate?.enter(neighbourhood) ?? true {
                let visit = GatewayVisit(
                    gateway: gateway, earlier: earlier, approach: approach, tls: tls,
                    certificates: CertificateLayer(examiners), examiner: examiners.examiner(for: gateway.policy),
                    flightLimit: flightLimit, random: random, dialer: dialer)
                let endpoints = addresses.map { SocketEndpoint(address: $0, port: gateway.port) }
                await visit.climb(at: endpoints, into: &snapshot)
                gate?.leave(neighbourhood)
            } else {
                snapshot.tcp = Observation(
                    facts: TCPFacts(attempts: []), failure: .ourFault(.cancelled), microseconds: 0, at: now())
            }
        }
        snapshot.ended = now()
        return snapshot
    }
}
