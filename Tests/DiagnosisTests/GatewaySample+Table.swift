import FleetModel
import TestSupport

extension GatewaySample {
    /// At least one for every rule about gateways.
    static let all: [GatewaySample] =
        [healthy] + connections + certificates + answers + interceptions + datagrams + memories

    private static let connections: [GatewaySample] = [
        changed("not probed", "?-?-??-??", .unknown, nil) { $0.snapshot = nil },
        changed("no such name", "N-:-::-::", .down, "gateway-name") {
            $0.failAtTCP(.timedOut, failures: 4)
            $0.snapshot?.tcp = nil
            $0.snapshot?.dns = SampleFleet.failed(nil, .noSuchName, 1_400)
        },
        changed("an old address", "!-.-..-..", .warning, "gateway-stale-name") {
            $0.snapshot?.dns?.facts?.source = .stale
            $0.snapshot?.dns?.failure = .resolverSilent
        },
        changed("given by address", "--.-..-..", .ok, nil) { $0.gateway.address = IPAddress("10.20.0.5") },
        refused(failures: 1), refused(failures: 4),
        changed("silent", ".-T-::-::", .down, "gateway-tcp") { $0.failAtTCP(.timedOut, failures: 4) },
        changed("unreachable", ".-U-::-::", .down, "gateway-tcp") { $0.failAtTCP(.unreachable(.host), failures: 4) },
        changed("denied at TCP", ".-A-::-::", .down, "gateway-failed") { $0.failAtTCP(.accessDenied, failures: 4) },
        changed("one address dead", ".-!-..-..", .warning, "gateway-some-addresses") {
            let dead = TCPFacts.Attempt(
                peer: SampleFleet.endpoint("10.20.0.99", port: 443), failure: .timedOut, microseconds: 3_000_000)
            $0.snapshot?.tcp?.facts?.attempts.insert(dead, at: 0)
        },
        changed("silent while our link is down", ".-T-::-::", .unknown, "gateway-our-side") {
            $0.ourSide = .linkDown
            $0.failAtTCP(.timedOut, failures: 4)
        },
        changed("refused while our link is down", ".-R-::-::", .down, "gateway-tcp") {
            $0.ourSide = .linkDown
            $0.failAtTCP(.refused, failures: 4)
        },
        changed("our fault", ".-?-??-??", .unknown, "gateway-our-fault") {
            $0.failAtTCP(.ourFault(.outOfResources), failures: 0)
        },
        changed("our fault in HTTP", ".-.-..-.?", .unknown, "gateway-our-fault") {
            $0.snapshot?.transport = SampleFleet.failed(nil, .ourFault(.cancelled), 100)
        },
        changed("TLS cut", ".-.-R:-.:", .down, "gateway-tls") { $0.failAtTLS(.reset) },
        changed("TLS alert", ".-.-H:-.:", .down, "gateway-tls") { $0.failAtTLS(.tlsAlert(40), TLSFacts(alert: 40)) },
        changed("not TLS", ".-.-P:-.:", .down, "gateway-not-tls") { $0.failAtTLS(.malformed) },
        changed("not TLS but HTTP", ".-.-P:-.:", .down, "gateway-not-tls") { $0.failAtTLS(.notRDP(.http)) },
        changed("TLS 1.0", ".-.-!.-..", .warning, "gateway-old-tls") {
            $0.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 18_000)
        },
    ]

    private static let certificates: [GatewaySample] = [
        certificate("expired", "E", .down, "gateway-certificate-expired", left: .days(-2)) { _ in },
        certificate("self-signed and expired", "E", .down, "gateway-certificate-expired", left: .days(-2)) {
            $0 = SampleFleet.windowsCertificate(for: gateway.host, left: .days(-2))
        },
        certificate("not yet valid", "E", .down, "gateway-certificate-not-yet-valid") {
            $0.leaf.notBefore = SampleFleet.now + .hours(2)
        },
        certificate("ends in six days", "!", .warning, "gateway-certificate-ends-soon", left: .days(6)) { _ in },
        certificate("ends in twenty days", "!", .warning, "gateway-certificate-ends", left: .days(20)) { _ in },
        certificate("of another name", "M", .warning, "gateway-certificate-name") {
            $0.nameMatch = .none
            $0.problems = [.nameMismatch]
        },
        certificate("chain incomplete", "!", .warning, "gateway-certificate-chain") {
            $0.trust = .missingIntermediate("CN=Corp Issuing CA 2")
            $0.problems = [.incompleteChain]
        },
        certificate("self-signed", "!", .warning, "gateway-certificate-untrusted") {
            $0 = SampleFleet.windowsCertificate(for: gateway.host)
        },
        certificate("of an unknown authority", "!", .warning, "gateway-certificate-untrusted") {
            $0.trust = .unknownAuthority("CN=Elsewhere Root")
            $0.problems = [.untrusted]
        },
        certificate("weak key", "W", .warning, "gateway-certificate-weak") { $0.problems = [.weakKey] },
        certificate("trust undecided", ".", .ok, "gateway-certificate-undecided") {
            $0.trust = .undecided("the root store cannot be read")
        },
        changed("no certificate", ".-.-.T-..", .warning, "gateway-certificate-failed") {
            $0.snapshot?.certificate = SampleFleet.failed(nil, .timedOut, 900)
        },
        changed("not the pinned one", ".-.-.V-..", .warning, "gateway-certificate-pin") {
            $0.gateway.policy.pin = SampleFleet.fingerprint("dead")
            $0.snapshot?.certificate?.facts?.problems = [.pinMismatch]
        },
    ]

    private static let answers: [GatewaySample] = [
        http("404 of IIS", 404, .notAGateway(404), "P", "gateway-not-here", server: "Microsoft-IIS/10.0"),
        http("404 of nginx", 404, .notAGateway(404), "P", "gateway-not-here", server: "nginx"),
        http("403", 403, .notAGateway(403), "P", "gateway-not-here", server: "Microsoft-IIS/10.0"),
        http("Exchange", 302, .notAGateway(302), "P", "gateway-application", location: "/owa/auth/logon.aspx"),
        http("RD Web", 302, .notAGateway(302), "P", "gateway-application", location: "/RDWeb/Pages/en-US/login.aspx"),
        http("a portal", 200, .notAGateway(200), "P", "gateway-application", body: "<html><title>Sign in</title>"),
        http("a page", 200, .notAGateway(200), "P", "gateway-page", body: "<html><title>Welcome</title>"),
        http("a 404 that asks to log on", 404, .notAGateway(404), "P", "gateway-not-here", body: "please login first"),
        http("503", 503, .serverError(503), "S", "gateway-server-error"),
        http("405", 405, .blocked, "B", "gateway-method-refused"),
        http("501", 501, .blocked, "B", "gateway-method-refused"),
        http("407", 407, .blocked, "B", "gateway-proxy-log-on"),
        http("429", 429, .blocked, "B", "gateway-failed"),
        http("418", 418, .notAGateway(418), "P", "gateway-failed"),
        failing("silence", .timedOut, "T", "gateway-silent"),
        failing("a close", .closed, "C", "gateway-closed"),
        failing("a reset", .reset, "R", "gateway-closed"),
        failing("garbage", .malformed, "P", "gateway-failed"),
        failing("blocked without an answer", .blocked, "B", "gateway-method-refused"),
        changed("only Basic", ".-.-..-.!", .warning, "gateway-authentication") {
            $0.snapshot?.transport?.facts?.schemes = ["Basic"]
        },
        changed("a 200 without a length", ".-.-..-..", .ok, "gateway-rpc") {
            $0.snapshot?.transport?.facts?.status = 200
            $0.snapshot?.transport?.facts?.schemes = []
            $0.snapshot?.transport?.facts?.framing = .untilClose
            $0.snapshot?.rpc = SampleFleet.failed(answer(.rpc, 404), .notAGateway(404), 12_000)
        },
        changed("only RPC over HTTP", ".-.-..-.!", .warning, "gateway-rpc-only") {
            $0.snapshot?.transport = SampleFleet.failed(answer(.transport, 404), .notAGateway(404), 12_000)
            $0.snapshot?.consecutiveFailures = 4
        },
        changed("only RPC over HTTP, of Exchange", ".-.-..-.P", .down, "gateway-application") {
            $0.snapshot?.transport = SampleFleet.failed(answer(.transport, 404), .notAGateway(404), 12_000)
            $0.snapshot?.transport?.facts?.location = "/owa/"
            $0.snapshot?.consecutiveFailures = 4
        },
        changed("WebSocket refused", ".-.-..-..", .ok, "gateway-web-socket") {
            $0.snapshot?.webSocket = SampleFleet.failed(answer(.webSocket, 400), .blocked, 12_000)
        },
        changed("its clock is wrong", ".-.-..-.!", .warning, "gateway-clock-skew") {
            $0.snapshot?.transport?.facts?.clockSkew = .minutes(-7)
        },
    ]

    static let interceptions: [GatewaySample] = [
        changed("one sign: a proxy's header", ".-.-..-..", .ok, "gateway-interception") { $0.showProxy() },
        changed("one sign: another issuer", ".-.-..-..", .ok, "gateway-interception") {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
        },
        changed("two signs: another issuer, a proxy's header", ".-.-..-..", .warning, "gateway-interception") {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
            $0.showProxy()
        },
        changed("one sign: another issuer, trust lost with it", ".-.-..-..", .ok, "gateway-interception") {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
            $0.snapshot?.hasLostTrust = true
        },
        changed("two signs: lost trust, a proxy's header", ".-.-.!-..", .warning, "gateway-certificate-untrusted") {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
            $0.snapshot?.hasLostTrust = true
            $0.snapshot?.certificate?.facts?.trust = .unknownAuthority("CN=Inspection")
            $0.snapshot?.certificate?.facts?.problems = [.untrusted]
            $0.showProxy()
        },
    ]

    private static let datagrams: [GatewaySample] = [
        changed("DTLS silent", ".-.-..-T.", .ok, "gateway-dtls") { $0.failDTLS(.timedOut) },
        changed("DTLS closed", ".-.-..-R.", .ok, "gateway-dtls") { $0.failDTLS(.refused) },
        changed("DTLS not wanted", ".-.-..--.", .ok, nil) {
            $0.gateway.datagramPort = nil
            $0.snapshot?.dtls = nil
        },
        changed("two certificates", ".-.-..-!.", .warning, "gateway-dtls-certificate-differs") {
            $0.snapshot?.dtls?.facts?.certificate?.sha256 = SampleFleet.fingerprint("0ddc")
        },
        changed("DTLS certificate expired", ".-.-..-!.", .warning, "gateway-dtls-certificate-expired") {
            $0.snapshot?.dtls?.facts?.certificate?.sha256 = SampleFleet.fingerprint("0ddc")
            $0.snapshot?.dtls?.facts?.certificate?.notAfter = SampleFleet.now - .days(3)
        },
    ]

    private static func certificate(
        _ title: String, _ sign: String, _ state: ServerState, _ rule: String, left: Span = .days(88),
        _ change: (inout CertificateFacts) -> Void
    ) -> GatewaySample {
        changed("certificate \(title)", ".-.-.\(sign)-..", state, rule) {
            var facts = SampleFleet.corporateCertificate(for: gateway.host, left: left)
            change(&facts)
            $0.snapshot?.certificate = SampleFleet.seen(facts, 900)
            $0.snapshot?.dtls = nil
            $0.signs = ".-.-.\(sign)-?."
        }
    }

    private static func http(
        _ title: String, _ status: UInt16, _ failure: LayerFailure, _ sign: String, _ rule: String,
        server: String? = nil, location: String? = nil, body: String? = nil
    ) -> GatewaySample {
        changed("HTTP \(title)", ".-.-..-.\(sign)", .down, rule) {
            var facts = answer(.transport, status, server: server)
            facts.location = location
            facts.body = body
            $0.snapshot?.transport = SampleFleet.failed(facts, failure, 12_000)
            $0.snapshot?.rpc = SampleFleet.failed(answer(.rpc, status, server: server), failure, 12_000)
            $0.snapshot?.consecutiveFailures = 4
        }
    }

    private static func failing(
        _ title: String, _ failure: LayerFailure, _ sign: String, _ rule: String
    ) -> GatewaySample {
        changed("HTTP: \(title)", ".-.-..-.\(sign)", .down, rule) {
            $0.snapshot?.transport = SampleFleet.failed(HTTPFacts(request: .transport), failure, 5_000_000)
            $0.snapshot?.consecutiveFailures = 4
        }
    }

    private mutating func showProxy() {
        snapshot?.transport?.facts?.proxyHeaders = ["Via: 1.1 inspector.corp.example"]
    }

    private mutating func failDTLS(_ failure: LayerFailure) {
        let peer = SampleFleet.endpoint("10.20.0.5", port: 3391)
        snapshot?.dtls = SampleFleet.failed(DTLSFacts(peer: peer, datagrams: 2), failure, 2_000_000)
    }
}
