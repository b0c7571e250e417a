import FleetModel
import TestSupport

/// One server of the fleet of the recorded screens: what it is, and how it behaves while it is watched.
struct WatchedServer: Sendable {
    /// What is wrong with it, apart from its certificate.
    enum Trouble: Sendable {
        /// No such name (NXDOMAIN).
        case noSuchName
        /// RST to the SYN, while ping is answered.
        case refused
        /// Neither the SYN nor an echo is answered.
        case silent
        /// A web server on the port.
        case webServer
        /// RDP_NEG_FAILURE 2 to whoever asks for TLS.
        case standardOnly
        /// Reset after the ClientHello.
        case cutsTLS
        /// TLS 1.0 is the newest that it speaks.
        case oldTLS
        /// TLS alone, although the fleet file requires NLA.
        case withoutNLA
        /// RDP-UDP is not answered, although the fleet file expects that.
        case withoutUDP
        /// One echo in five is lost.
        case losesEchoes
    }

    var server: Server
    /// Where it answers.
    var address: String
    /// The usual round trip, in microseconds.
    var roundTrip: Int64
    /// What it shows in TLS.
    var certificate: CertificateFacts
    /// What it runs.
    var build = WindowsBuild(major: 10, minor: 0, build: 20_348)
    /// What is wrong with it, and during which probes, counted from 0; nil when nothing is.
    var trouble: (kind: Trouble, probes: Range<Int>)?
    /// Whether its first probe is still to come.
    var isWaiting = false

    /// What a probe sees of it.
    func snapshot(probe: Int, at ended: Instant) -> ServerSnapshot {
        let trouble = trouble.flatMap { $0.probes.contains(probe) ? $0.kind : nil }
        // A round trip is never twice the same: up to a fifth more, and now and then twice as much.
        var dice = SplitMix64(seed: UInt64(probe) << 8 ^ server.name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let percent = Int64(dice.next() % 21) + (dice.next() % 11 == 0 ? 100 : 0)
        let trip = roundTrip + roundTrip * percent / 100
        func seen<Facts>(_ facts: Facts?, _ microseconds: Int64, _ failure: LayerFailure? = nil) -> Observation<Facts> {
            Observation(facts: facts, failure: failure, microseconds: microseconds, at: ended)
        }
        var snapshot = ServerSnapshot(server: server.id, began: ended - .milliseconds(trip * 8 / 1_000), ended: ended)
        let peer = SampleFleet.endpoint(address)

        if trouble == .noSuchName {
            let answer = DNSAnswer(responseCode: 3, microseconds: 1_400)
            snapshot.dns = seen(
                DNSFacts(name: server.name, addresses: [], source: .query, ipv4: answer, ipv6: answer), 1_480,
                .noSuchName)
            return snapshot
        }
        snapshot.dns = seen(SampleFleet.resolution(of: server.name, address), 1_210)
        snapshot.ping = ping(trouble, trip, probe: probe, at: ended)

        if trouble == .refused || trouble == .silent {
            let failure: LayerFailure = trouble == .refused ? .refused : .timedOut
            let lasted = trouble == .refused ? trip : 3_000_000
            snapshot.tcp = seen(
                TCPFacts(attempts: [.init(peer: peer, failure: failure, microseconds: lasted)]), lasted, failure)
            return snapshot
        }
        snapshot.tcp = seen(
            TCPFacts(
                attempts: [.init(peer: peer, failure: nil, microseconds: trip)],
                local: SampleFleet.endpoint("10.1.1.9", port: 51_344)), trip)
        if probe == 0 { snapshot.udp = datagrams(trouble, trip, at: ended) }

        let asked = trip + 2_300
        switch trouble {
        case .webServer:
            let banner = "HTTP/1.1 400 Bad Request"
            snapshot.x224 = seen(
                NegotiationFacts(
                    requested: .modern, answer: .foreign(.http), firstBytes: Array((banner + "\r\n").utf8),
                    banner: banner), asked, .notRDP(.http))
            return snapshot
        case .standardOnly:
            snapshot.x224 = seen(SampleFleet.refusal(2), asked, .negotiationRefused(2))
            return snapshot
        case _: snapshot.x224 = seen(SampleFleet.confirm(trouble == .withoutNLA ? .tls : .hybridEx), asked)
        }

        if trouble == .cutsTLS {
            snapshot.tls = seen(TLSFacts(closedFirst: .server), trip, .reset)
            snapshot.variants = Self.attempts(until: ended, trip)
            return snapshot
        }
        snapshot.tls = seen(SampleFleet.handshake(trouble == .oldTLS ? 0x0301 : 0x0304), trip * 2 + 8_400)
        snapshot.certificate = seen(certificate, 930)
        if probe == 0, trouble != .withoutNLA {
            snapshot.nla = seen(challenge(at: ended), trip + 14_900)
            snapshot.companion = seen(
                NegotiationFacts(
                    requested: .tls, answer: .refused(code: 5), sourceReference: 0x1234,
                    firstBytes: SampleFleet.refusal(5).firstBytes), trip + 1_900, .negotiationRefused(5))
        }
        return snapshot
    }

    /// The window of the last echoes.
    private func ping(
        _ trouble: Trouble?, _ trip: Int64, probe: Int, at ended: Instant
    ) -> Observation<PingFacts> {
        let sent = min(PingFacts.window, (probe + 1) * 3)
        let target = SampleFleet.ipAddress(address)
        guard trouble != .silent else {
            return Observation(
                facts: PingFacts(target: target, method: .rawSocket, sent: sent, received: 0, unanswered: 20),
                failure: .timedOut, microseconds: 1_000_000, at: ended)
        }
        let lost = trouble == .losesEchoes ? sent / 5 : 0
        let facts = PingFacts(
            target: target, method: .rawSocket, sent: sent, received: sent - lost, last: trip, shortest: roundTrip,
            mean: roundTrip + roundTrip / 10, longest: roundTrip * 2, jitter: roundTrip / 12)
        return Observation(facts: facts, microseconds: trip, at: ended)
    }

    /// The answer to an RDP-UDP SYN, or three that went unanswered.
    private func datagrams(_ trouble: Trouble?, _ trip: Int64, at ended: Instant) -> Observation<UDPFacts> {
        guard trouble == .withoutUDP else {
            return Observation(facts: SampleFleet.datagramAnswer(from: address), microseconds: trip, at: ended)
        }
        return Observation(
            facts: UDPFacts(peer: SampleFleet.endpoint(address), requested: .three, datagrams: 3), failure: .timedOut,
            microseconds: 3_000_000, at: ended)
    }

    /// What the server says of itself in NLA.
    private func challenge(at ended: Instant) -> NLAFacts {
        var facts = SampleFleet.challenge(of: server.name)
        facts.build = build
        facts.serverClock = ended + .milliseconds(412)
        return facts
    }

    /// How a server that cuts TLS was asked otherwise, once.
    private static func attempts(until ended: Instant, _ trip: Int64) -> [VariantAttempt] {
        let variants = [
            HandshakeVariant(requested: .tls, offer: .tls12), HandshakeVariant(offer: .tls12),
            HandshakeVariant(sendsServerName: false),
        ]
        return variants.enumerated().map { number, variant in
            VariantAttempt(
                variant: variant, reason: .reset, reasonLayer: .tls, reached: .tls, failure: .reset,
                negotiation: SampleFleet.confirm(variant.requested == .tls ? .tls : .hybridEx),
                tls: TLSFacts(closedFirst: .server), microseconds: trip * 3,
                at: ended - .seconds(Int64(30 - number * 2)))
        }
    }
}
