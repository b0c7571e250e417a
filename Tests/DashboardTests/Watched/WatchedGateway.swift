import FleetModel
import TestSupport

/// One gateway of the fleet of the recorded screens.
struct WatchedGateway: Sendable {
    var gateway: Gateway
    var address: String
    /// The usual round trip, in microseconds.
    var roundTrip: Int64
    /// How long its certificate lasts.
    var left: Span
    /// From which probe on its port refuses; nil when it never does.
    var refusesFrom: Int?

    init(_ name: String, _ address: String, roundTrip: Int64, left: Span, refusesFrom: Int? = nil) {
        gateway = Gateway(name: name, host: name + ".corp.example")
        self.address = address
        self.roundTrip = roundTrip
        self.left = left
        self.refusesFrom = refusesFrom
    }

    /// What a probe sees of it.
    func snapshot(probe: Int, at ended: Instant) -> GatewaySnapshot {
        func seen<Facts>(_ facts: Facts, _ microseconds: Int64, _ failure: LayerFailure? = nil) -> Observation<Facts> {
            Observation(facts: facts, failure: failure, microseconds: microseconds, at: ended)
        }
        var snapshot = GatewaySnapshot(gateway: gateway.id, began: ended - .milliseconds(140), ended: ended)
        snapshot.dns = seen(SampleFleet.resolution(of: gateway.host, address), 1_100)
        let peer = SampleFleet.endpoint(address, port: gateway.port)
        if let refusesFrom, probe >= refusesFrom {
            snapshot.tcp = seen(
                TCPFacts(attempts: [.init(peer: peer, failure: .refused, microseconds: roundTrip)]), roundTrip, .refused
            )
            return snapshot
        }
        snapshot.tcp = seen(
            TCPFacts(attempts: [.init(peer: peer, failure: nil, microseconds: roundTrip)]), roundTrip)
        snapshot.tls = seen(SampleFleet.handshake(0x0304), roundTrip * 2 + 6_000)
        var certificate = SampleFleet.corporateCertificate(for: gateway.host, left: left)
        certificate.leaf.sha256 = SampleFleet.fingerprint(String(address.filter(\.isNumber)))
        snapshot.certificate = seen(certificate, 910)
        snapshot.transport = seen(answer(.transport, 401), roundTrip + 7_200)
        guard probe == 0 else { return snapshot }
        snapshot.webSocket = seen(answer(.webSocket, 401), roundTrip + 7_900)
        snapshot.rpc = seen(answer(.rpc, 404), roundTrip + 6_700)
        snapshot.dtls = seen(
            DTLSFacts(
                peer: SampleFleet.endpoint(address, port: Gateway.defaultDatagramPort), version: 0xFEFD,
                cipherSuiteName: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", verifiedAddress: true,
                certificate: certificate.leaf, datagrams: 2), roundTrip * 2)
        return snapshot
    }

    /// What a probe sees of it when nothing gets through.
    func silence(at ended: Instant) -> GatewaySnapshot {
        var snapshot = GatewaySnapshot(gateway: gateway.id, began: ended - .seconds(3), ended: ended)
        let peer = SampleFleet.endpoint(address, port: gateway.port)
        snapshot.dns = Observation(
            facts: SampleFleet.resolution(of: gateway.host, address), microseconds: 1_100, at: ended)
        snapshot.tcp = Observation(
            facts: TCPFacts(attempts: [.init(peer: peer, failure: .timedOut, microseconds: 3_000_000)]),
            failure: .timedOut, microseconds: 3_000_000, at: ended)
        return snapshot
    }

    private func answer(_ request: HTTPFacts.Request, _ status: UInt16) -> HTTPFacts {
        HTTPFacts(
            request: request, status: status, version: "1.1", schemes: status == 401 ? ["Negotiate", "NTLM"] : [],
            server: "Microsoft-HTTPAPI/2.0", framing: .length(0), clockSkew: .seconds(1), bytesReceived: 214)
    }
}

extension WatchedFleet {
    /// All gateways.
    static let gateways = [
        WatchedGateway("rdgw-fra-1", "10.20.0.5", roundTrip: 4_200, left: .days(211), refusesFrom: 18),
        WatchedGateway("rdgw-fra-2", "10.20.0.6", roundTrip: 4_400, left: .days(211)),
        WatchedGateway("rdgw-nyc-1", "10.30.0.5", roundTrip: 83_600, left: .days(64)),
    ]
}
