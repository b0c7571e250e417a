import Diagnosis
import FleetModel
import TestSupport

/// What is known of one gateway, with a short word for each way in which it can be broken.
struct GatewayFacts: Judged {
    var gateway = GatewaySample.gateway
    var snapshot = GatewaySample.healthy.snapshot
    var ourSide = OurSideState.fine

    static let healthy = GatewayFacts()

    var judgement: Judgement { judge(snapshot, of: gateway, ourSide: ourSide, now: SampleFleet.now) }

    var names: RemedyNames { RemedyNames(server: gateway.host, port: gateway.port, gateway: gateway.host) }

    /// Why names are not resolved.
    var dns: LayerFailure? {
        get { snapshot?.dns?.failure }
        set { change { $0.failAtName(newValue) } }
    }

    /// Why the port cannot be connected to.
    var tcp: LayerFailure? {
        get { snapshot?.tcp?.failure }
        set { change { $0.failAtTCP(newValue ?? .closed, failures: 4) } }
    }

    /// Why the TLS handshake fails.
    var tls: LayerFailure? {
        get { snapshot?.tls?.failure }
        set { change { $0.failAtTLS(newValue ?? .closed) } }
    }

    /// Why the request fails without an answer in HTTP.
    var http: LayerFailure? {
        get { snapshot?.transport?.failure }
        set {
            snapshot?.transport = SampleFleet.failed(HTTPFacts(request: .transport), newValue ?? .closed, 5_000_000)
            snapshot?.consecutiveFailures = 4
        }
    }

    /// Why the DTLS handshake fails.
    var dtls: LayerFailure? {
        get { snapshot?.dtls?.failure }
        set {
            let peer = SampleFleet.endpoint("10.20.0.5", port: 3391)
            snapshot?.dtls = SampleFleet.failed(DTLSFacts(peer: peer, datagrams: 2), newValue ?? .timedOut, 2_000_000)
        }
    }

    /// The answer of a gateway to RDG_OUT_DATA.
    var answer: HTTPFacts {
        get { snapshot?.transport?.facts ?? HTTPFacts(request: .transport) }
        set { snapshot?.transport?.facts = newValue }
    }

    /// The certificate on the HTTPS port; that on the DTLS port is the same.
    var certificate: CertificateFacts {
        get { snapshot?.certificate?.facts ?? SampleFleet.corporateCertificate(for: gateway.host) }
        set {
            snapshot?.certificate = SampleFleet.seen(newValue, 900)
            snapshot?.dtls?.facts?.certificate = newValue.leaf
        }
    }

    /// A certificate of the corporate authority with this long to live.
    mutating func useCertificate(left: Span) {
        certificate = SampleFleet.corporateCertificate(for: gateway.host, left: left)
    }

    /// An answer that no gateway gives, on all paths.
    mutating func answer(_ status: UInt16, _ failure: LayerFailure, server: String? = "Microsoft-IIS/10.0") {
        snapshot?.transport = SampleFleet.failed(
            GatewaySample.answer(.transport, status, server: server), failure, 12_000)
        snapshot?.rpc = SampleFleet.failed(GatewaySample.answer(.rpc, status, server: server), failure, 12_000)
        snapshot?.consecutiveFailures = 4
    }

    /// RPC over HTTP asks for log-on, as of a gateway.
    mutating func offerRPC() {
        snapshot?.rpc = SampleFleet.seen(GatewaySample.answer(.rpc, 401, ["Negotiate", "NTLM"]), 12_000)
    }

    /// Its probes passed or failed, a minute apart.
    mutating func cameAndWent(_ passes: [Bool]) {
        snapshot = GatewaySample.history("", passes, "", .ok, nil).snapshot
    }

    /// Certificates of these issuers have been seen, one after another.
    mutating func showedCertificates(of issuers: [String]) {
        snapshot = GatewaySample.story("", issuers, .ok, nil).snapshot
    }

    private mutating func change(_ change: (inout GatewaySample) -> Void) {
        var sample = GatewaySample.healthy
        sample.gateway = gateway
        sample.snapshot = snapshot
        change(&sample)
        snapshot = sample.snapshot
    }
}

extension GatewaySample {
    /// Lets the look-up fail, so that nothing else is tried.
    fileprivate mutating func failAtName(_ failure: LayerFailure?) {
        failAtTCP(.timedOut, failures: 4)
        snapshot?.tcp = nil
        snapshot?.dns = SampleFleet.failed(nil, failure ?? .noSuchName, 1_400)
    }
}
