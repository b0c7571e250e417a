import Diagnosis
import FleetModel
import TestSupport

/// A server with all its layers in one situation, perhaps behind a gateway, and what a correct judgement of it is.
struct LayerSample: Sendable, CustomStringConvertible {
    var title: String
    var server: Server
    var snapshot: ServerSnapshot
    var gateway: GatewayStatus?
    var ourSide = OurSideState.fine
    var signs: String
    var state: ServerState
    /// The rule of the headline; nil when there is nothing to say.
    var rule: String?

    var description: String { title }

    var judgement: Judgement { judge(snapshot, of: server, gateway: gateway, ourSide: ourSide, now: SampleFleet.now) }

    /// Everything answers as it should.
    static let healthy: LayerSample = {
        let server = SampleFleet.server("ts07.corp.example")
        let peer = SampleFleet.endpoint("10.20.4.7")
        var snapshot = SampleFleet.healthySnapshot(of: server, at: "10.20.4.7")
        snapshot.ping = SampleFleet.seen(
            PingFacts(
                target: peer.address, method: .datagramSocket, sent: 20, received: 20, last: 1_100, shortest: 900,
                mean: 1_000, longest: 1_400, jitter: 80), 1_100)
        snapshot.nla = SampleFleet.seen(
            NLAFacts(
                answer: .challenge, credSSPVersion: 6, targetName: "CORP", computerName: "TS07", domainName: "CORP",
                dnsComputerName: "ts07.corp.example", dnsDomainName: "corp.example", forest: "corp.example",
                isDomainMember: true, build: WindowsBuild(major: 10, minor: 0, build: 20348),
                serverClock: SampleFleet.probed, clockSkew: .milliseconds(120), roundTrip: 2_400), 2_400)
        snapshot.udp = SampleFleet.seen(
            UDPFacts(peer: peer, requested: .two, answered: .two, upstreamMTU: 1232, downstreamMTU: 1232), 4_100)
        snapshot.companion = SampleFleet.seen(
            NegotiationFacts(requested: .tls, answer: .refused(code: 5), sourceReference: 0x1234), 9_000)
        return LayerSample(
            title: "all nine layers", server: server, snapshot: snapshot, signs: "........-", state: .ok)
    }()

    /// The same with a change.
    static func changed(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String?,
        _ change: (inout LayerSample) -> Void
    ) -> LayerSample {
        var sample = healthy
        sample.title = title
        sample.signs = signs
        sample.state = state
        sample.rule = rule
        change(&sample)
        return sample
    }

    /// At least one for every rule about the layers that are not looked at each time, and about paths and variants.
    static let all: [LayerSample] =
        [healthy] + pings + credSSPs + datagrams + variants + securing + paths + others + ourSides + reaching + memories

    private static let others: [LayerSample] = [
        changed("blocked here", "..B:::::-", .down, "tcp-possibly-blocked") { sample in
            let attempt = TCPFacts.Attempt(
                peer: SampleFleet.endpoint("10.20.4.7"), failure: .blocked, microseconds: 3_000_000)
            sample.fail(
                at: .tcp, SampleFleet.failed(TCPFacts(attempts: [attempt]), .blocked, 3_000_000))
        },
        changed("silent where it answered before", "..T:::::-", .down, "tcp-possibly-blocked") { sample in
            sample = path(.direct, nil, sample.signs, .down, sample.rule, failing: 4)
            sample.server.gateway = nil
            sample.snapshot.possiblyBlockedHere = true
        },
    ]

    /// What fails while this machine itself has trouble, and what fails and has nothing to do with that.
    static let ourSides: [LayerSample] = [
        troubled("silent while our link is down", .linkDown, "..T:::::-", .unknown, "our-side", .timedOut),
        troubled(
            "silent while we cannot keep up", .overloaded(lag: .seconds(2)), "..T:::::-", .unknown, "our-side",
            .timedOut),
        troubled("silent while the name servers are", .resolverDown, "..T:::::-", .down, "tcp-filtered", .timedOut),
        troubled("refused while our link is down", .linkDown, "..R:::::-", .down, "tcp-refused", .refused),
        troubled("an old address while the name servers are silent", .resolverDown, "!.......-", .warning, "dns-stale"),
        troubled(
            "refused at an old address while the name servers are silent", .resolverDown, "!.R:::::-", .down,
            "tcp-refused", .refused),
        changed("no name while the name servers are silent", "T:::::::-", .unknown, "our-side") {
            $0.ourSide = .resolverDown
            $0.fail(at: .tcp, SampleFleet.failed(nil, .timedOut, 1))
            $0.snapshot.tcp = nil
            $0.snapshot.dns = SampleFleet.failed(nil, .resolverSilent, 3_000_000)
        },
        changed("an expired certificate while we cannot keep up with NLA", ".....ET.-", .down, "certificate-expired") {
            $0.ourSide = .overloaded(lag: .seconds(2))
            $0.snapshot.certificate = SampleFleet.seen(
                SampleFleet.corporateCertificate(for: "ts07.corp.example", left: .days(-1)), 900)
            $0.snapshot.nla = SampleFleet.failed(NLAFacts(answer: .nothing), .timedOut, 3_000_000)
        },
    ]

    private static func troubled(
        _ title: String, _ ourSide: OurSideState, _ signs: String, _ state: ServerState, _ rule: String,
        _ failure: LayerFailure? = nil
    ) -> LayerSample {
        changed(title, signs, state, rule) { sample in
            sample.ourSide = ourSide
            if signs.hasPrefix("!") {
                sample.snapshot.dns?.facts?.source = .stale
                sample.snapshot.dns?.failure = .resolverSilent
            }
            guard let failure else { return }
            let attempt = TCPFacts.Attempt(
                peer: SampleFleet.endpoint("10.20.4.7"), failure: failure, microseconds: 3_000_000)
            sample.fail(at: .tcp, SampleFleet.failed(TCPFacts(attempts: [attempt]), failure, 3_000_000))
        }
    }

    /// Lets TCP fail, as in a probe of which only NLA and UDP are known from an earlier one.
    mutating func fail(at layer: Layer, _ observation: Observation<TCPFacts>) {
        snapshot.tcp = observation
        snapshot.x224 = nil
        snapshot.tls = nil
        snapshot.certificate = nil
        snapshot.consecutiveFailures = 4
    }
}
