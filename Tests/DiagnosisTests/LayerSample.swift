import Diagnosis
import FleetModel
import TestSupport

/// A server with all its layers in one situation, perhaps behind a gateway, and what a correct judgement of it is.
struct LayerSample: Sendable, CustomStringConvertible {
    var title: String
    var server: Server
    var snapshot: ServerSnapshot
    var gateway: GatewayStatus?
    var signs: String
    var state: ServerState
    /// The rule of the headline; nil when there is nothing to say.
    var rule: String?

    var description: String { title }

    var judgement: Judgement { judge(snapshot, of: server, gateway: gateway, now: SampleFleet.now) }

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
    static let all: [LayerSample] = [healthy] + pings + credSSPs + datagrams + variants + paths + others

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

    /// Lets TCP fail, as in a probe of which only NLA and UDP are known from an earlier one.
    private mutating func fail(at layer: Layer, _ observation: Observation<TCPFacts>) {
        snapshot.tcp = observation
        snapshot.x224 = nil
        snapshot.tls = nil
        snapshot.certificate = nil
        snapshot.consecutiveFailures = 4
    }
}
