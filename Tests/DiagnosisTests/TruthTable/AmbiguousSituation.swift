import Diagnosis
import FleetModel
import TestSupport

/// Facts that several causes explain equally well, and how sure anything may be said of them at most.
struct AmbiguousSituation: Sendable, CustomStringConvertible {
    /// What is seen, and which causes look the same: `silent, and pings: a firewall, or a host that hangs`.
    var name: String
    /// How sure a finding may be that is worse than a note.
    var atMost: Confidence
    /// The judgement of the facts.
    var judgement: Judgement

    var description: String { name }

    private init<Facts: Judged>(
        _ name: String, atMost: Confidence, _: Facts.Type, breaking: (inout Facts) -> Void
    ) {
        var facts = Facts.healthy
        breaking(&facts)
        self.name = name
        self.atMost = atMost
        judgement = facts.judgement
    }

    private static func server(
        _ name: String, atMost: Confidence, breaking: (inout ServerFacts) -> Void
    ) -> AmbiguousSituation {
        AmbiguousSituation(name, atMost: atMost, ServerFacts.self, breaking: breaking)
    }

    private static func gateway(
        _ name: String, atMost: Confidence, breaking: (inout GatewayFacts) -> Void
    ) -> AmbiguousSituation {
        AmbiguousSituation(name, atMost: atMost, GatewayFacts.self, breaking: breaking)
    }

    static let all: [AmbiguousSituation] = reaching + securing + loggingOn + gateways

    private static let reaching: [AmbiguousSituation] = [
        server(
            "silent, and pings: a firewall, a stopped service behind Windows' own, or a host that hangs",
            atMost: .likely
        ) { $0.tcp = .timedOut },
        server("silent, and does not ping: off, moved, or dropped by a firewall", atMost: .possible) {
            $0.echoes = 0
            $0.tcp = .timedOut
        },
        server("fell silent with its ping: off, or a cut on the way", atMost: .possible) {
            $0.answeredBefore()
            $0.echoes = 0
            $0.tcp = .timedOut
        },
        server("answered us before: banned, or a firewall that is new", atMost: .possible) {
            $0.tcp = .timedOut
            $0.snapshot.possiblyBlockedHere = true
        },
        server("silent in a subnet of our own: hidden by it, or off", atMost: .possible) {
            $0.echoes = 0
            $0.tcp = .timedOut
            $0.isInOurSubnet()
        },
        server("silent behind a tunnel that is gone: our VPN, or off at the same time", atMost: .likely) {
            $0.answeredBefore(through: LocalLink(interface: "wg0", kind: .tunnel))
            $0.tcp = .timedOut
        },
        server("accepted and reset: a limit, an IPS, or a proxy without its target", atMost: .possible) {
            $0.tcp = .reset
        },
        server("accepted and closed: the same", atMost: .possible) { $0.tcp = .closed },
        server("fails where its name leads today: moved, or a wrong record, or down", atMost: .possible) {
            $0.answeredBefore(at: "10.20.4.8")
            $0.echoes = 0
            $0.tcp = .timedOut
        },
        server("fails while our link is down: both, or only we", atMost: .likely) {
            $0.tcp = .timedOut
            $0.ourSide = .linkDown
        },
    ]

    private static let securing: [AmbiguousSituation] = [
        server("closed after the request: a wedged listener, or a device between", atMost: .possible) {
            $0.x224 = .closed
        },
        server("silent after the request: the same, or another service", atMost: .possible) { $0.x224 = .timedOut },
        server("answers without a cookie: a load balancer, or old software", atMost: .likely) {
            $0.x224 = .reset
            $0.asked(.init(sendsCookie: false))
        },
        server("answers in two ways that have nothing in common: one of several machines, or chance", atMost: .possible)
        {
            $0.x224 = .reset
            $0.asked(.init(sendsCookie: false))
            $0.asked(.init(requested: .tls))
        },
        server("closed after the ClientHello, not asked again yet: its key, versions, or a device", atMost: .likely) {
            $0.tls = .closed
        },
        server("closed after the ClientHello, and one variant fails, too", atMost: .likely) {
            $0.tls = .closed
            $0.asked(.init(offer: .tls12), .closed)
        },
        server("closed whatever is offered: its key, or a device that cuts TLS", atMost: .likely) {
            $0.tls = .closed
            for offer in [HandshakeVariant.Offer.tls12, .tls12Legacy, .obsolete] {
                $0.asked(.init(offer: offer), .closed)
            }
        },
        server("cut with TLS 1.3 in the offer: a device, or a library", atMost: .likely) {
            $0.tls = .reset
            $0.asked(.init(offer: .tls12))
        },
        server("silent in the handshake: the path MTU, or a server that hangs", atMost: .possible) {
            $0.tls = .timedOut
        },
        server("alert 40: suites, or the key", atMost: .likely) { $0.tls = .tlsAlert(40) },
        server("alert 80: the key, or anything else inside", atMost: .likely) { $0.tls = .tlsAlert(80) },
        server("a certificate from the future: its clock, or ours", atMost: .likely) {
            $0.certificate.leaf.notBefore = SampleFleet.now + .hours(2)
        },
        server("a self-signed certificate that ended: its key cannot be read, or its service is off", atMost: .likely) {
            $0.useOwnCertificate(left: .days(-1))
        },
    ]

    private static let loggingOn: [AmbiguousSituation] = [
        server("CredSSP is silent: the LSA, its domain, or a device", atMost: .possible) { $0.nla = .timedOut },
        server("CredSSP is closed: the same, or NTLM is blocked", atMost: .possible) { $0.nla = .closed },
        server("the clock is off: the server's, or ours", atMost: .possible) { $0.credSSP.clockSkew = .minutes(9) },
        server("CredSSP version 4: clients may refuse, or not", atMost: .possible) { $0.credSSP.credSSPVersion = 4 },
        server("another name in CredSSP: a wrong record, or an alias", atMost: .likely) {
            $0.credSSP.computerName = "TS99"
            $0.credSSP.dnsComputerName = "ts99.corp.example"
            $0.useCertificate(of: "ts99.corp.example")
            $0.useOwnCertificate()
            $0.certificate.leaf.commonName = "ts99.corp.example"
            $0.certificate.nameMatch = .none
        },
        server(
            "another name in CredSSP, behind a wildcard of our own authority: a farm, or a wrong record",
            atMost: .possible
        ) {
            $0.credSSP.computerName = "TS99"
            $0.credSSP.dnsComputerName = "ts99.corp.example"
            $0.certificate.nameMatch = .alternativeName("*.corp.example")
        },
        server("0x904 is shown, and all layers answer, always: rights, licences, the client", atMost: .possible) { _ in
        },
    ]

    private static let gateways: [AmbiguousSituation] = [
        gateway("its port is refused: stopped, or rejected", atMost: .possible) { $0.tcp = .refused },
        gateway("its port is silent: off, or dropped", atMost: .possible) { $0.tcp = .timedOut },
        gateway("TLS is cut: its certificate, or a device", atMost: .possible) { $0.tls = .reset },
        gateway("the request is not answered: the service, or a proxy", atMost: .possible) { $0.http = .timedOut },
        gateway("the request is not answered while this machine cannot keep up", atMost: .likely) {
            $0.http = .timedOut
            $0.ourSide = .overloaded(lag: .seconds(2))
        },
        gateway("cut after TLS: HTTP.sys, or a device that inspects", atMost: .possible) { $0.http = .closed },
        gateway("404 of no IIS: a wrong address, or a proxy", atMost: .possible) {
            $0.answer(404, .notAGateway(404), server: "nginx")
        },
        gateway("404, and RPC over HTTP: an old gateway, or Exchange", atMost: .possible) {
            $0.answer(404, .notAGateway(404))
            $0.offerRPC()
        },
        gateway("503: the service, or a backend", atMost: .likely) { $0.answer(503, .serverError(503)) },
        gateway("405: a firewall, a proxy, or another server", atMost: .likely) { $0.answer(405, .blocked) },
        gateway("signs of inspection: a device, or a new certificate", atMost: .likely) {
            $0.snapshot?.earlierIssuer = "CN=Corp Issuing CA 1"
            $0.answer.proxyHeaders = ["Via: 1.1 inspector.corp.example"]
        },
        gateway("an unknown authority: inspected, or one of your own", atMost: .possible) {
            $0.certificate.trust = .unknownAuthority("CN=Elsewhere Root")
            $0.certificate.problems = [.untrusted]
        },
        gateway("its clock is off: the gateway's, a proxy's, or ours", atMost: .possible) {
            $0.answer.clockSkew = .minutes(9)
        },
    ]
}

extension Confidence {
    /// Whether it says no more than `other`.
    func isAtMost(_ other: Confidence) -> Bool {
        switch (self, other) {
        case (.possible, _), (.likely, .likely), (_, .certain): true
        case (.likely, .possible), (.certain, .likely), (.certain, .possible): false
        }
    }
}
