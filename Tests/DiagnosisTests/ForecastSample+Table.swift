import FleetModel
import TestSupport

extension ForecastSample {
    /// The truth table, each situation near the one before it.
    static let all: [ForecastSample] = direct + certificates + nla + gateways + settings

    private static func upTo(_ rule: String, _ count: Int) -> [String] { healthyRules.prefix(count) + [rule] }

    private static func instead(_ rule: String, at index: Int) -> [String] {
        healthyRules.prefix(index) + [rule] + healthyRules.dropFirst(index + 1)
    }

    private static let direct: [ForecastSample] = [
        sample("all is well", .reaches, healthyRules),
        failing("no such name", .dns, .noSuchName, "name-unknown", [UserCode(0x104), UserCode(0x208)]),
        failing("silent name servers", .dns, .resolverSilent, "name-unknown", [], .possible) {
            $0.ending = .unknown
        },
        sample("an address", .asks, instead("authentication-asks", at: 4), .likely) { sample in
            sample.file.name = "10.20.4.7"
            sample.rules[0] = "name-address"
            sample.snapshot?.dns?.facts?.source = .literal
            sample.snapshot?.nla?.facts?.isDomainMember = true
            sample.present { $0.nameMatch = .none }
        },
        failing("refused", .tcp, .refused, "tcp-refused", [UserCode(0x204)]),
        failing("refused once, and not looked at again", .tcp, .refused, "tcp-refused", [UserCode(0x204)], .possible) {
            $0.snapshot?.consecutiveFailures = 1
        },
        failing("refused on another port", .tcp, .refused, "tcp-refused", [UserCode(0x204)]) { $0.file.port = 3390 },
        failing("silent", .tcp, .timedOut, "tcp-silent", [UserCode(0x108), UserCode(0x204)]),
        failing("silent, and perhaps only here", .tcp, .timedOut, "tcp-silent", [], .possible) {
            $0.snapshot?.possiblyBlockedHere = true
            $0.ending = .unknown
        },
        failing("silent while our link is down", .tcp, .timedOut, "tcp-silent", [], .possible) {
            $0.ourSide = .linkDown
            $0.ending = .unknown
        },
        failing("no route", .tcp, .unreachable(.network), "tcp-unreachable", [UserCode(0x204)]),
        failing("our own fault", .tcp, .ourFault(.notPermitted), "tcp-failed", [], .possible) { $0.ending = .unknown },
        failing("closed at the first message", .x224, .closed, "negotiation-closed", [UserCode(0x904, extended: 0x7)]),
        failing(
            "silent at the first message", .x224, .timedOut, "negotiation-silent", [UserCode(0x108), UserCode(0x704)]),
        failing("a web server", .x224, .notRDP(.http), "negotiation-failed", [UserCode(0x1104)]),
        failing("no certificate", .x224, .negotiationRefused(3), "negotiation-refused"),
        failing("no TLS allowed", .x224, .negotiationRefused(2), "negotiation-refused", [], .possible),
        failing("cut in TLS", .tls, .closed, "tls-cut", [UserCode(0x904, extended: 0x7)]),
        failing("RDP in clear in TLS", .tls, .disconnectInsteadOfTLS, "tls-cut", [UserCode(0x904, extended: 0x7)]),
        failing("alert 70", .tls, .tlsAlert(70), "tls-alert", [UserCode(0x8009_0302)]),
        failing("alert 40", .tls, .tlsAlert(40), "tls-alert", [UserCode(0x8009_0326)]),
        failing("alert without a code", .tls, .tlsAlert(112), "tls-alert"),
        failing("TLS too old for us", .tls, .tlsTooOld(0x0300), "tls-failed", [], .possible),
        sample("not probed", .unknown, ["not-probed"], .possible) { $0.snapshot = nil },
    ]

    private static let certificates: [ForecastSample] = [
        sample("self-signed, level 2, no domain", .asks, instead("authentication-asks", at: 4), .likely) { sample in
            sample.snapshot?.nla?.facts?.isDomainMember = false
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, level 2, in a domain", .asks, instead("authentication-asks", at: 4), .possible) { sample in
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, level 1, no domain", .stops, upTo("authentication-refused", 4), .likely) { sample in
            sample.file.serverAuthentication = .refuses
            sample.snapshot?.nla?.facts?.isDomainMember = false
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, level 1, in a domain", .stops, upTo("authentication-refused", 4), .possible) { sample in
            sample.file.serverAuthentication = .refuses
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, level 0", .reaches, instead("authentication-not-required", at: 4)) { sample in
            sample.file.serverAuthentication = .connects
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, level 3", .reaches, instead("authentication-not-required", at: 4)) { sample in
            sample.file.serverAuthentication = .notRequired
            sample.present { $0.trust = .selfSigned }
        },
        sample("self-signed, no level", .reaches, instead("authentication-not-required", at: 4)) { sample in
            sample.file.serverAuthentication = nil
            sample.present { $0.trust = .selfSigned }
        },
        sample("an authority that is not known here, level 1", .stops, upTo("authentication-refused", 4), .possible) {
            $0.file.serverAuthentication = .refuses
            $0.present { $0.trust = .unknownAuthority("CN=Corp Root") }
        },
        sample("trusted, level 1", .reaches, healthyRules) { $0.file.serverAuthentication = .refuses },
        sample("another name, level 2", .asks, instead("authentication-asks", at: 4), .possible) { sample in
            sample.present { $0.nameMatch = .none }
        },
        sample("a short name, level 2", .asks, instead("authentication-asks", at: 4), .possible) { sample in
            sample.present { $0.nameMatch = .shortName("ts07.corp.example") }
        },
        sample(
            "expired, level 2", .stops, upTo("authentication-dates", 4), codes: [UserCode(0x1B07)], .possible
        ) { sample in
            sample.snapshot?.certificate?.facts = SampleFleet.corporateCertificate(
                for: "ts07.corp.example", left: .days(-2))
        },
        sample(
            "expired, level 1", .stops, upTo("authentication-dates", 4), codes: [UserCode(0x1B07)], .likely
        ) { sample in
            sample.file.serverAuthentication = .refuses
            sample.snapshot?.certificate?.facts = SampleFleet.corporateCertificate(
                for: "ts07.corp.example", left: .days(-2))
        },
        sample("expired, level 0", .reaches, instead("authentication-not-required", at: 4)) { sample in
            sample.file.serverAuthentication = .connects
            sample.snapshot?.certificate?.facts = SampleFleet.corporateCertificate(
                for: "ts07.corp.example", left: .days(-2))
        },
        sample("ends in a minute, level 1", .reaches, healthyRules) { sample in
            sample.file.serverAuthentication = .refuses
            sample.snapshot?.certificate?.facts = SampleFleet.corporateCertificate(
                for: "ts07.corp.example", left: .minutes(1))
        },
    ]

    private static let nla: [ForecastSample] = [
        sample(
            "NLA forbidden and required", .stops, upTo("negotiation-nla-required", 2), codes: [UserCode(0xB09)], .likely
        ) { $0.file.usesCredSSP = false },
        sample("NLA forbidden and offered", .reaches, healthyRules) { sample in
            sample.rules[2] = "negotiation-without-nla"
            sample.rules[5] = "nla-forbidden"
            sample.file.usesCredSSP = false
            sample.snapshot?.companion?.facts?.answer = .selected(.tls, flags: 0)
        },
        sample("NLA forbidden, and nobody asked whether it is required", .unknown, healthyRules, .possible) { sample in
            sample.rules[2] = "negotiation-nla-perhaps-required"
            sample.rules[5] = "nla-forbidden"
            sample.file.usesCredSSP = false
            sample.snapshot?.companion = nil
        },
        sample("no NLA at the server", .reaches, instead("nla-not-offered", at: 5)) { sample in
            sample.snapshot?.x224?.facts?.answer = .selected(.tls, flags: 0)
        },
        sample("standard security, level 2", .asks, healthyRules, .likely) { sample in
            sample.rules[3] = "tls-not-used"
            sample.rules[4] = "authentication-standard-security"
            sample.rules[5] = "nla-not-offered"
            sample.snapshot?.x224?.facts?.answer = .selected(.standard, flags: 0)
        },
        sample("standard security, level 1", .stops, upTo("authentication-standard-security", 4), .likely) { sample in
            sample.rules[3] = "tls-not-used"
            sample.file.serverAuthentication = .refuses
            sample.snapshot?.x224?.facts?.answer = .selected(.standard, flags: 0)
        },
        sample(
            "NLA closed", .stops, upTo("nla-closed", 5), codes: [UserCode(0x904, extended: 0x7)], .possible
        ) { sample in
            sample.snapshot?.nla = SampleFleet.failed(NLAFacts(answer: .nothing), .closed, 900)
        },
        sample("NLA answered with an error", .stops, upTo("nla-error", 5), .possible) { sample in
            sample.snapshot?.nla = SampleFleet.failed(
                NLAFacts(answer: .errorCode(0xC000_0418)), .securityError(0xC000_0418), 900)
        },
        sample(
            "a clock that is wrong", .reaches, instead("nla-clock", at: 5),
            codes: [UserCode(0x1D07), UserCode(0x8009_0324)], .possible
        ) { $0.snapshot?.nla?.facts?.clockSkew = .minutes(-6) },
        sample("a clock that is nearly right", .reaches, healthyRules) {
            $0.snapshot?.nla?.facts?.clockSkew = .minutes(5)
        },
        sample("NLA not looked at", .unknown, instead("nla-not-seen", at: 5), .possible) { $0.snapshot?.nla = nil },
    ]

    private static func named(_ usage: ConnectionFile.GatewayUsage) -> (inout ForecastSample) -> Void {
        { sample in
            sample.file.gateway = .init(host: "rdgw-fra-1.corp.example")
            sample.file.gatewayUsage = usage
            sample.file.setsGateway = true
            sample.gateway = SampleFleet.workingGateway()
        }
    }

    private static let gateways: [ForecastSample] = [
        sample("a gateway that is never used", .reaches, healthyRules, .certain, named(.never)),
        sample("a gateway that is never used at all", .reaches, healthyRules, .certain, named(.neverAtAll)),
        sample("always by a gateway that works", .reaches, ["gateway-answers", "log-on-at-gateway"], .certain) {
            named(.always)(&$0)
            $0.snapshot = nil
        },
        sample(
            "always by a gateway that refuses", .stops, ["gateway-tcp"],
            codes: [UserCode(0x300_000C), UserCode(0x300_000D)], .likely
        ) {
            named(.always)(&$0)
            $0.snapshot = nil
            $0.gateway = SampleFleet.refusedGateway()
        },
        sample("a gateway when the direct way fails, and it does not", .reaches, healthyRules, .certain) {
            named(.whenDirectFails)(&$0)
            $0.gateway = SampleFleet.refusedGateway()
        },
        failing("a gateway when the direct way fails, and it does", .tcp, .timedOut, "tcp-silent", [], .certain) {
            named(.whenDirectFails)(&$0)
            $0.rules += ["gateway-answers", "log-on-at-gateway"]
            $0.ending = .reaches
        },
        failing("both ways fail", .tcp, .timedOut, "tcp-silent", [UserCode(0x300_000C), UserCode(0x300_000D)]) {
            named(.whenDirectFails)(&$0)
            $0.gateway = SampleFleet.refusedGateway()
            $0.rules += ["gateway-tcp"]
        },
        failing(
            "the direct way fails in TLS, where no gateway helps", .tls, .closed, "tls-cut",
            [
                UserCode(0x904, extended: 0x7)
            ]
        ) { named(.whenDirectFails)(&$0) },
        sample("a policy decides, and there is a gateway", .reaches, healthyRules, .certain, named(.policy)),
        sample("always by a gateway that the file does not name", .unknown, ["gateway-not-named"], .possible) {
            $0.file.gatewayUsage = .always
            $0.snapshot = nil
        },
        sample("always by a gateway that was not probed", .unknown, ["gateway-not-probed"], .possible) {
            named(.always)(&$0)
            $0.gateway = nil
            $0.snapshot = nil
        },
        gatewayCertificate("ended", "gateway-certificate-dates", [0x300_0007, 0x300_0003], .likely) {
            $0.leaf.notAfter = SampleFleet.now - .days(1)
        },
        gatewayCertificate("of another name", "gateway-certificate-name", [0x300_0006, 0x300_0003], .likely) {
            $0.nameMatch = .none
        },
        gatewayCertificate("not trusted", "gateway-certificate-trust", [0x300_0003, 0x300_0005], .possible) {
            $0.trust = .selfSigned
        },
        sample(
            "a gateway with an error", .stops, ["gateway-transport"], codes: [UserCode(0x300_000D)], .possible
        ) {
            named(.always)(&$0)
            $0.snapshot = nil
            $0.gateway?.snapshot?.transport?.failure = .serverError(503)
        },
    ]

    private static func gatewayCertificate(
        _ title: String, _ rule: String, _ codes: [UInt32], _ confidence: Confidence,
        _ change: (inout CertificateFacts) -> Void
    ) -> ForecastSample {
        sample("a gateway's certificate \(title)", .stops, [rule], codes: codes.map { UserCode($0) }, confidence) {
            named(.always)(&$0)
            $0.snapshot = nil
            guard var facts = $0.gateway?.snapshot?.certificate?.facts else { return }
            change(&facts)
            $0.gateway?.snapshot?.certificate?.facts = facts
        }
    }

    private static let settings: [ForecastSample] = [
        sample("Azure Virtual Desktop", .unknown, ["gateway-azure"], .possible) {
            $0.file.isAzureVirtualDesktop = true
            $0.snapshot = nil
        },
        sample("Entra ID", .unknown, instead("nla-entra-id", at: 5), .possible) { $0.file.usesEntraID = true },
        sample("TLS without negotiation", .unknown, instead("negotiation-skipped", at: 2), .possible) {
            $0.file.negotiatesSecurity = false
        },
        failing("TLS without negotiation at a port that refuses", .tcp, .refused, "tcp-refused", [UserCode(0x204)]) {
            $0.file.negotiatesSecurity = false
        },
        sample("a preconnection blob", .unknown, instead("negotiation-blob", at: 2), .possible) {
            $0.file.sendsPreconnectionBlob = true
        },
        sample("a routing token", .reaches, healthyRules) {
            $0.file.routingToken = RoutingToken("tsv://MS Terminal Services Plugin.1.Desktops")
        },
    ]
}
