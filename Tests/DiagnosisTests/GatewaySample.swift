import Diagnosis
import FleetModel
import TestSupport

/// A gateway in one situation, and what a correct judgement of it is.
struct GatewaySample: Sendable, CustomStringConvertible {
    var title: String
    var gateway = GatewaySample.gateway
    var snapshot: GatewaySnapshot?
    var ourSide = OurSideState.fine
    var signs: String
    var state: ServerState
    /// The rule of the headline; nil when there is nothing to say.
    var rule: String?

    var description: String { title }

    var judgement: Judgement { judge(snapshot, of: gateway, ourSide: ourSide, now: SampleFleet.now) }

    /// The row of the board.
    var status: GatewayStatus {
        GatewayStatus(gateway: gateway, snapshot: snapshot, judgement: judgement, since: SampleFleet.probed)
    }

    static let gateway = Gateway(name: "rdgw-fra-1", host: "rdgw-fra-1.corp.example")

    /// Everything answers as it should.
    static let healthy: GatewaySample = {
        let certificate = SampleFleet.corporateCertificate(for: gateway.host)
        let peer = SampleFleet.endpoint("10.20.0.5", port: 443)
        var snapshot = GatewaySnapshot(
            gateway: gateway.id, began: SampleFleet.probed - .milliseconds(140), ended: SampleFleet.probed, probes: 7)
        snapshot.dns = SampleFleet.seen(SampleFleet.resolution(of: gateway.host, "10.20.0.5"), 1_100)
        snapshot.tcp = SampleFleet.seen(SampleFleet.connection(to: peer), 4_200)
        snapshot.tls = SampleFleet.seen(SampleFleet.handshake(0x0304), 18_300)
        snapshot.certificate = SampleFleet.seen(certificate, 900)
        snapshot.transport = SampleFleet.seen(answer(.transport, 401, ["Negotiate", "NTLM"]), 12_000)
        snapshot.webSocket = SampleFleet.seen(answer(.webSocket, 401, ["Negotiate", "NTLM"]), 12_000)
        snapshot.rpc = SampleFleet.seen(answer(.rpc, 401, ["Negotiate", "NTLM"]), 12_000)
        snapshot.dtls = SampleFleet.seen(
            DTLSFacts(
                peer: SampleFleet.endpoint("10.20.0.5", port: 3391), version: 0xFEFD,
                cipherSuiteName: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", verifiedAddress: true,
                certificate: certificate.leaf, datagrams: 2), 9_800)
        return GatewaySample(title: "a healthy gateway", snapshot: snapshot, signs: ".-.-..-..", state: .ok)
    }()

    static func answer(
        _ request: HTTPFacts.Request, _ status: UInt16, _ schemes: [String] = [],
        server: String? = "Microsoft-HTTPAPI/2.0"
    ) -> HTTPFacts {
        HTTPFacts(
            request: request, status: status, version: "1.1", schemes: schemes, server: server, framing: .length(0),
            clockSkew: .seconds(1), bytesReceived: 214)
    }

    /// The same with a change.
    static func changed(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String?,
        _ change: (inout GatewaySample) -> Void
    ) -> GatewaySample {
        var sample = healthy
        sample.title = title
        sample.signs = signs
        sample.state = state
        sample.rule = rule
        change(&sample)
        return sample
    }

    static func refused(failures: Int) -> GatewaySample {
        changed("refused \(failures) times", ".-R-::-::", failures > 1 ? .down : .unconfirmed, "gateway-tcp") {
            $0.failAtTCP(.refused, failures: failures)
        }
    }

    mutating func failAtTCP(_ failure: LayerFailure, failures: Int) {
        let peer = SampleFleet.endpoint("10.20.0.5", port: 443)
        let facts = TCPFacts(attempts: [.init(peer: peer, failure: failure, microseconds: 2_100)])
        snapshot?.tcp = SampleFleet.failed(facts, failure, 2_100)
        snapshot?.tls = nil
        snapshot?.certificate = nil
        snapshot?.transport = nil
        snapshot?.webSocket = nil
        snapshot?.rpc = nil
        snapshot?.dtls = nil
        snapshot?.consecutiveFailures = failures
    }

    mutating func failAtTLS(_ failure: LayerFailure, _ facts: TLSFacts = TLSFacts(closedFirst: .server)) {
        snapshot?.tls = SampleFleet.failed(facts, failure, 2_100)
        snapshot?.certificate = nil
        snapshot?.transport = nil
        snapshot?.consecutiveFailures = 4
    }
}
