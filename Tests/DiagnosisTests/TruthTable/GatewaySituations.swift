import FleetModel
import TestSupport

@testable import Diagnosis

/// Every situation of a gateway in which something must be said.
extension Situation where Facts == GatewayFacts {
    static let ofGateways: [Situation] = ways + certificates + answers + datagrams + memories

    /// The way to it (R24).
    private static let ways: [Situation] = [
        Situation("its name does not exist", is: "gateway-name", .likely, first: "Compare the host of the gateway") {
            $0.dns = .noSuchName
        }
        .unless("the port is refused", is: "gateway-tcp") {
            $0 = .healthy
            $0.tcp = .refused
        },
        Situation("its port is refused", is: "gateway-tcp", .possible, first: .shared(.gatewayService)) {
            $0.tcp = .refused
        }
        .unless("another of its addresses answers", is: "gateway-some-addresses") {
            $0 = .healthy
            $0.addDeadAddress()
        },
        Situation("its port is silent", is: "gateway-tcp", .possible, first: .shared(.gatewayService)) {
            $0.tcp = .timedOut
        }
        .unless("our own link is down", is: "gateway-our-side") { $0.ourSide = .linkDown },
        Situation(
            "one of its addresses is dead", is: "gateway-some-addresses", .certain, first: .shared(.gatewayService)
        ) {
            $0.addDeadAddress()
        }
        .unless("none is", is: nil) { $0 = .healthy },
        Situation("silent while our own link is down", is: "gateway-our-side", .likely, first: .shared(.ourRoutes)) {
            $0.tcp = .timedOut
            $0.ourSide = .linkDown
        }
        .unless("it refuses, which a dead link cannot", is: "gateway-tcp") { $0.tcp = .refused },
        Situation("no file descriptors here", is: "gateway-our-fault", .certain, first: "Raise the limit of open files")
        {
            $0.tcp = .ourFault(.outOfResources)
        }
        .unless("it is reset", is: "gateway-tcp") { $0.tcp = .reset },
        Situation(
            "its name is resolved no more, and an old address works", is: "gateway-stale-name", .certain,
            first: "Ask the name servers"
        ) {
            $0.snapshot?.dns?.failure = .resolverSilent
            $0.snapshot?.dns?.facts?.source = .stale
        }
        .unless("it is resolved", is: nil) { $0 = .healthy },
        Situation("TLS is cut", is: "gateway-tls", .possible, first: .shared(.gatewayBinding)) { $0.tls = .reset }
            .unless("what answers is no TLS", is: "gateway-not-tls") { $0.tls = .notRDP(.http) },
        Situation("no version of TLS in common", is: "gateway-tls", .possible, first: .shared(.gatewaySchannel)) {
            $0.tls = .tlsAlert(70)
        }
        .unless("TLS 1.0 is there", is: "gateway-old-tls") {
            $0 = .healthy
            $0.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 18_000)
        },
        Situation("its port speaks HTTP without TLS", is: "gateway-not-tls", .certain, first: .shared(.gatewayHost)) {
            $0.tls = .notRDP(.http)
        }
        .unless("TLS is cut", is: "gateway-tls") { $0.tls = .closed },
        Situation("TLS 1.0 is negotiated", is: "gateway-old-tls", .certain, first: .shared(.gatewaySchannel)) {
            $0.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 18_000)
        }
        .unless("TLS 1.2", is: nil) { $0.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0303), 18_000) },
        Situation("a failure that no rule knows there", is: "gateway-failed", .certain, first: .shared(.gatewayHost)) {
            $0.answer(418, .notAGateway(418))
        }
        .unless("one that a rule knows", is: "gateway-not-here") { $0.answer(404, .notAGateway(404)) },
    ]

    /// Its certificate (R25).
    private static let certificates: [Situation] = [
        Situation(
            "its certificate has expired", is: "gateway-certificate-expired", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.useCertificate(left: .days(-2))
            $0.snapshot?.dtls = nil
        }
        .unless("it has six days left", is: "gateway-certificate-ends-soon") {
            $0.useCertificate(left: .days(6))
        },
        Situation(
            "its certificate begins in the future", is: "gateway-certificate-not-yet-valid", .likely,
            first: .shared(.ourClock)
        ) {
            $0.certificate.leaf.notBefore = SampleFleet.now + .hours(2)
        }
        .unless("it began a second ago", is: nil) { $0.certificate.leaf.notBefore = SampleFleet.now - .seconds(1) },
        Situation(
            "its certificate ends in six days", is: "gateway-certificate-ends-soon", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.useCertificate(left: .days(6))
        }
        .unless("in twenty", is: "gateway-certificate-ends") { $0.useCertificate(left: .days(20)) },
        Situation(
            "its certificate ends in twenty days", is: "gateway-certificate-ends", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.useCertificate(left: .days(20))
        }
        .unless("in forty", is: nil) { $0.useCertificate(left: .days(40)) },
        Situation(
            "its certificate is of another name", is: "gateway-certificate-name", .certain, first: .shared(.gatewayHost)
        ) {
            $0.certificate.nameMatch = .none
            $0.certificate.problems = [.nameMismatch]
        }
        .unless("a wildcard fits", is: nil) {
            $0.certificate.nameMatch = .alternativeName("*.corp.example")
            $0.certificate.problems = []
        },
        Situation(
            "an intermediate certificate is missing", is: "gateway-certificate-chain", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.certificate.trust = .missingIntermediate("CN=Corp Issuing CA 2")
            $0.certificate.problems = [.incompleteChain]
        }
        .unless("the authority is not known here", is: "gateway-certificate-untrusted") {
            $0.certificate.trust = .unknownAuthority("CN=Elsewhere Root")
            $0.certificate.problems = [.untrusted]
        },
        Situation(
            "its certificate is self-signed", is: "gateway-certificate-untrusted", .possible,
            first: .shared(.gatewayCertificate)
        ) {
            $0.certificate = SampleFleet.windowsCertificate(for: $0.gateway.host)
        }
        .unless("it is of an authority that is known", is: nil) {
            $0.certificate = SampleFleet.corporateCertificate(for: $0.gateway.host)
        },
        Situation(
            "its certificate is weak", is: "gateway-certificate-weak", .certain, first: .shared(.gatewayCertificate)
        ) {
            $0.certificate.problems = [.weakKey]
        }
        .unless("it is not", is: nil) { $0.certificate.problems = [] },
        Situation(
            "not the certificate of the fleet file", is: "gateway-certificate-pin", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.gateway.policy.pin = SampleFleet.fingerprint("dead")
            $0.certificate.problems = [.pinMismatch]
        }
        .unless("nothing is pinned", is: nil) {
            $0.gateway.policy.pin = nil
            $0.certificate.problems = []
        },
        Situation(
            "no certificate came", is: "gateway-certificate-failed", .certain, first: .shared(.gatewayCertificate)
        ) {
            $0.snapshot?.certificate = SampleFleet.failed(nil, .timedOut, 900)
        }
        .unless("it came", is: nil) { $0 = .healthy },
        Situation(
            "trust could not be worked out", is: "gateway-certificate-undecided", .certain,
            first: .shared(.gatewayCertificateShown)
        ) {
            $0.certificate.trust = .undecided("the root store cannot be read")
        }
        .unless("the path is forbidden", is: "gateway-certificate-untrusted") {
            $0.certificate.problems = [.untrusted]
        },
    ]

    /// What answers RDG_OUT_DATA (R26 to R28).
    private static let answers: [Situation] = [
        Situation("IIS without the role", is: "gateway-not-here", .likely, first: .shared(.gatewayHost)) {
            $0.answer(404, .notAGateway(404))
        }
        .unless("RPC over HTTP asks for log-on", is: "gateway-rpc-only") { $0.offerRPC() }
        .unless("the page is of Outlook", is: "gateway-application") { $0.answer.location = "/owa/auth/logon.aspx" },
        Situation("a web server that is no IIS", is: "gateway-not-here", .possible, first: .shared(.gatewayHost)) {
            $0.answer(404, .notAGateway(404), server: "nginx")
        }
        .unless("its gateway is gone", is: "gateway-server-error") {
            $0.answer(502, .serverError(502), server: "nginx")
        },
        Situation("only RPC over HTTP is there", is: "gateway-rpc-only", .possible, first: .shared(.gatewayHost)) {
            $0.answer(404, .notAGateway(404))
            $0.offerRPC()
        }
        .unless("that asks for Basic alone", is: "gateway-not-here") {
            $0.snapshot?.rpc?.facts?.schemes = ["Basic"]
        }
        .unless("the transport answers as well", is: nil) { $0 = .healthy },
        Situation("Exchange answers", is: "gateway-application", .likely, first: .shared(.gatewayHost)) {
            $0.answer(302, .notAGateway(302))
            $0.answer.location = "/owa/auth/logon.aspx"
        }
        .unless("a page that says nothing of itself", is: "gateway-page") { $0.answer.location = "/welcome" },
        Situation("a page answers", is: "gateway-page", .likely, first: .shared(.gatewayHost)) {
            $0.answer(200, .notAGateway(200))
            $0.answer.body = "<html><title>Welcome</title>"
        }
        .unless("a 200 of a gateway that authenticates in the tunnel", is: nil) {
            $0 = .healthy
            $0.answer.status = 200
            $0.answer.schemes = []
            $0.answer.framing = .untilClose
        },
        Situation("its service is down", is: "gateway-server-error", .likely, first: .shared(.gatewayService)) {
            $0.answer(503, .serverError(503))
        }
        .unless("501 is about the method", is: "gateway-method-refused") { $0.answer(501, .blocked) },
        Situation("a firewall refuses the method", is: "gateway-method-refused", .likely, first: .shared(.gatewayHost))
        {
            $0.answer(405, .blocked, server: "BigIP")
        }
        .unless("407 is of a proxy", is: "gateway-proxy-log-on") { $0.answer(407, .blocked) },
        Situation("a proxy wants log-on", is: "gateway-proxy-log-on", .certain, first: "On a client, see which proxy") {
            $0.answer(407, .blocked)
        }
        .unless("401 is of the gateway", is: nil) { $0 = .healthy },
        Situation("the request is never answered", is: "gateway-silent", .possible, first: .shared(.gatewayService)) {
            $0.http = .timedOut
        }
        .unless("this machine cannot keep up", is: "gateway-our-side") { $0.ourSide = .overloaded(lag: .seconds(2)) },
        Situation("cut without an answer", is: "gateway-closed", .possible, first: .shared(.gatewayService)) {
            $0.http = .closed
        }
        .unless("an answer came first", is: "gateway-server-error") { $0.answer(502, .serverError(502)) },
        Situation(
            "401 without Negotiate and NTLM", is: "gateway-authentication", .likely,
            first: "See whether a pre-authentication"
        ) {
            $0.answer.schemes = ["Bearer"]
        }
        .unless("NTLM alone is enough", is: nil) { $0.answer.schemes = ["NTLM"] },
        Situation(
            "another issuer, and a proxy's header", is: "gateway-interception", .likely,
            first: .shared(.gatewayCertificateShown)
        ) {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
            $0.answer.proxyHeaders = ["Via: 1.1 inspector.corp.example"]
        }
        .unless("nothing of both", is: nil) { $0 = .healthy },
        Situation(
            "a proxy's header alone", is: "gateway-interception", .possible, first: .shared(.gatewayCertificateShown)
        ) {
            $0.answer.proxyHeaders = ["Via: 1.1 inspector.corp.example"]
        }
        .unless("no header", is: nil) { $0.answer.proxyHeaders = [] },
        Situation("its clock is seven minutes off", is: "gateway-clock-skew", .possible, first: .shared(.ourClock)) {
            $0.answer.clockSkew = .minutes(-7)
        }
        .unless("five minutes, which Kerberos tolerates", is: nil) { $0.answer.clockSkew = .minutes(-5) },
        Situation("WebSocket is refused", is: "gateway-web-socket", .possible, first: "On what stands in front") {
            $0.snapshot?.webSocket = SampleFleet.failed(GatewaySample.answer(.webSocket, 400), .blocked, 12_000)
        }
        .unless("the transport fails, too", is: "gateway-method-refused") { $0.answer(405, .blocked) },
        Situation("no RPC over HTTP", is: "gateway-rpc", .certain, first: "On a client that fails") {
            $0.snapshot?.rpc = SampleFleet.failed(GatewaySample.answer(.rpc, 404), .notAGateway(404), 12_000)
        }
        .unless("the transport is missing, too", is: "gateway-not-here") { $0.answer(404, .notAGateway(404)) },
    ]

    /// What can only be told by looking more than once.
    private static let memories: [Situation] = [
        Situation("it comes and goes", is: "gateway-unsteady", .possible, first: "See how many addresses") {
            $0.cameAndWent([true, false, true, true, false, true, false, true])
        }
        .unless("it failed twice", is: nil) {
            $0.cameAndWent([true, false, true, true, false, true, true, true])
        },
        Situation(
            "another issuer's certificate though none was due", is: "gateway-certificate-changed", .possible,
            first: "On the gateway, see which certificates it has"
        ) {
            $0.showedCertificates(of: ["CN=Corp Issuing CA 2", "CN=Other CA"])
        }
        .unless("the same issuer's", is: nil) {
            $0.showedCertificates(of: ["CN=Corp Issuing CA 2", "CN=Corp Issuing CA 2"])
        },
    ]

    /// Its DTLS port (R29): beside the connection, and never why it fails.
    private static let datagrams: [Situation] = [
        Situation(
            "UDP 3391 is silent", is: "gateway-dtls", .possible, first: "On the gateway, see whether anything listens"
        ) {
            $0.dtls = .timedOut
        }
        .unless("the fleet file wants none", is: nil) {
            $0.gateway.datagramPort = nil
            $0.snapshot?.dtls = nil
        }
        .unless("TCP fails, so that UDP says nothing", is: "gateway-tcp") { $0.tcp = .timedOut },
        Situation(
            "another certificate on UDP 3391", is: "gateway-dtls-certificate-differs", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.snapshot?.dtls?.facts?.certificate?.sha256 = SampleFleet.fingerprint("0ddc")
        }
        .unless("both were renewed", is: nil) { $0.useCertificate(left: .days(300)) },
        Situation(
            "the certificate on UDP 3391 has expired", is: "gateway-dtls-certificate-expired", .certain,
            first: .shared(.gatewayCertificate)
        ) {
            $0.snapshot?.dtls?.facts?.certificate?.sha256 = SampleFleet.fingerprint("0ddc")
            $0.snapshot?.dtls?.facts?.certificate?.notAfter = SampleFleet.now - .days(3)
        }
        .unless("it is only another one", is: "gateway-dtls-certificate-differs") {
            $0.snapshot?.dtls?.facts?.certificate?.notAfter = SampleFleet.now + .days(3)
        },
    ]
}

extension GatewayFacts {
    /// An address that fails before the one that answers.
    fileprivate mutating func addDeadAddress() {
        let dead = TCPFacts.Attempt(
            peer: SampleFleet.endpoint("10.20.0.99", port: 443), failure: .timedOut, microseconds: 3_000_000)
        snapshot?.tcp?.facts?.attempts.insert(dead, at: 0)
    }
}
