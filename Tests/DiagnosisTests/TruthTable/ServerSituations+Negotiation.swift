import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// The Connection Request and what comes back (R04, R05), and what asking otherwise shows (R13).
    static let requests: [Situation] = [
        Situation("closed after the request", is: "x224-closed", .possible, first: .shared(.seeEveryStep)) {
            $0.x224 = .closed
        }
        .unless("it answers without a cookie", is: "variant-cookie") { $0.asked(.init(sendsCookie: false)) },
        Situation("reset after the request", is: "x224-reset", .possible, first: .shared(.seeEveryStep)) {
            $0.x224 = .reset
        }
        .unless("it refuses with a code", is: "negotiation-nla-required") { $0.refuse(5) },
        Situation("silent after the request", is: "x224-silent", .possible, first: .shared(.seeEveryStep)) {
            $0.x224 = .timedOut
        }
        .unless("a part of an answer came", is: "x224-incomplete") {
            $0.negotiation.firstBytes = [0x03, 0x00, 0x00, 0x13]
        },
        Situation("an answer that does not end", is: "x224-incomplete", .possible, first: .shared(.askAgain)) {
            $0.x224 = .timedOut
            $0.negotiation.firstBytes = [0x03, 0x00, 0x00, 0x13]
        }
        .unless("it ends, and is no RDP", is: "x224-malformed") { $0.x224 = .malformed },
        Situation("an answer that is cut", is: "x224-cut-midway", .possible, first: .shared(.seeEveryStep)) {
            $0.x224 = .reset
            $0.negotiation.firstBytes = [0x03, 0x00, 0x00, 0x13]
        }
        .unless("not a byte of it came", is: "x224-reset") { $0.negotiation.firstBytes = [] },
        Situation("a web server has the port", is: "x224-http", .certain, first: .shared(.portOwner)) {
            $0.answer(in: .http, "HTTP/1.1 400 Bad Request")
        }
        .unless("it is SSH", is: "x224-ssh") { $0.answer(in: .ssh, "SSH-2.0-OpenSSH_9.2") },
        Situation("SSH has the port", is: "x224-ssh", .certain, first: .shared(.portOwner)) {
            $0.answer(in: .ssh, "SSH-2.0-OpenSSH_9.2")
        }
        .unless("it is any text", is: "x224-text") { $0.answer(in: .text, "220 mail.corp.example ESMTP") },
        Situation("TLS without RDP in front", is: "x224-tls", .certain, first: .shared(.portOwner)) {
            $0.answer(in: .tls)
        }
        .unless("it is no protocol that is known", is: "x224-garbage") { $0.answer(in: .binary) },
        Situation("a mail server has the port", is: "x224-text", .certain, first: .shared(.portOwner)) {
            $0.answer(in: .text, "220 mail.corp.example ESMTP")
        }
        .unless("the text is that of a web server", is: "x224-http") { $0.answer(in: .http, "HTTP/1.1 200 OK") },
        Situation("bytes of no known protocol", is: "x224-garbage", .certain, first: .shared(.seeEveryStep)) {
            $0.answer(in: .binary)
        }
        .unless("they begin as RDP does", is: "x224-malformed") { $0.x224 = .malformed },
        Situation("an RDP answer that does not parse", is: "x224-malformed", .certain, first: .shared(.seeEveryStep)) {
            $0.x224 = .malformed
        }
        .unless("it parses", is: nil) { $0 = .healthy },
        Situation("no negotiation, as Windows XP", is: "x224-no-negotiation", .likely, first: "If it is an old system")
        {
            $0.snapshot.x224?.facts?.answer = .withoutNegotiation
        }
        .unless("it negotiates TLS", is: nil) { $0.negotiation = SampleFleet.confirm(.tls) },
        Situation("standard security is chosen", is: "x224-standard-security", .certain, first: .shared(.saveListener))
        {
            $0.negotiation = SampleFleet.confirm(.standard)
        }
        .unless("TLS is chosen", is: nil) { $0.negotiation = SampleFleet.confirm(.tls) },
        Situation("answered only without a cookie", is: "variant-cookie", .likely, first: "See whether a load balancer")
        {
            $0.x224 = .reset
            $0.asked(.init(sendsCookie: false))
        }
        .unless("fewer protocols help as well, so that it is not the cookie", is: "variant-several") {
            $0.asked(.init(requested: .tls))
        }
        .unless("without a cookie it is reset, too", is: "x224-reset") {
            $0.snapshot.variants = []
            $0.asked(.init(sendsCookie: false), .reset)
        },
        Situation(
            "answered only when asked for less", is: "variant-fewer-protocols", .likely, first: .shared(.listenerLog)
        ) {
            $0.x224 = .closed
            $0.asked(.init(requested: [.tls, .hybrid]))
        }
        .unless("only standard security is answered", is: "variant-standard-security") {
            $0.snapshot.variants = []
            $0.asked(.init(requested: .standard))
        },
        Situation(
            "only standard security is answered", is: "variant-standard-security", .likely,
            first: .shared(.saveListener)
        ) {
            $0.x224 = .closed
            $0.asked(.init(requested: .tls), .closed)
            $0.asked(.init(requested: .standard))
        }
        .unless("TLS is answered, too", is: "variant-fewer-protocols") { $0.asked(.init(requested: .tls)) },
        Situation(
            "answered over IPv4 and not over IPv6", is: "variant-other-family", .likely,
            first: "On the server, compare its addresses"
        ) {
            $0.x224 = .timedOut
            $0.asked(.init(family: .ipv4))
        }
        .unless("the other family fails, too", is: "x224-silent") {
            $0.snapshot.variants = []
            $0.asked(.init(family: .ipv4), .timedOut)
        },
        Situation(
            "answered in ways that have nothing in common", is: "variant-several", .possible,
            first: "If a load balancer is between"
        ) {
            $0.x224 = .reset
            $0.asked(.init(sendsCookie: false))
            $0.asked(.init(requested: .tls))
        }
        .unless("all of them leave the cookie out", is: "variant-cookie") {
            $0.snapshot.variants = []
            $0.asked(.init(sendsCookie: false))
        },
    ]

    /// RDP_NEG_FAILURE (MS-RDPBCGR 2.2.1.2.2; R06 to R08).
    static let refusals: [Situation] = [
        Situation(
            "code 1: TLS is required, though we asked for it", is: "negotiation-tls-required", .certain,
            first: .shared(.seeEveryStep)
        ) {
            $0.refuse(1)
        }
        .unless("code 2", is: "negotiation-tls-not-allowed") { $0.refuse(2) },
        Situation(
            "code 2: standard security only", is: "negotiation-tls-not-allowed", .certain, first: .shared(.saveListener)
        ) {
            $0.refuse(2)
        }
        .unless("code 1", is: "negotiation-tls-required") { $0.refuse(1) },
        Situation("code 3: no certificate", is: "negotiation-no-certificate", .certain, first: .shared(.schannelEvents))
        {
            $0.refuse(3)
        }
        .unless("it has one, and cuts TLS", is: "tls-cut") { $0.tls = .reset },
        Situation(
            "code 4: inconsistent flags", is: "negotiation-inconsistent-flags", .certain, first: .shared(.seeEveryStep)
        ) {
            $0.refuse(4)
        }
        .unless("code 5", is: "negotiation-nla-required") { $0.refuse(5) },
        Situation(
            "code 5 though we offer NLA", is: "negotiation-nla-required", .certain, first: .shared(.seeEveryStep)
        ) {
            $0.refuse(5)
        }
        .unless("only the companion without NLA got it, as it should", is: nil) { $0 = .healthy },
        Situation(
            "code 6: a client certificate is required", is: "negotiation-client-certificate", .certain,
            first: .shared(.seeEveryStep)
        ) {
            $0.refuse(6)
        }
        .unless("code 7, which nobody has defined", is: "negotiation-unknown-code") { $0.refuse(7) },
        Situation(
            "a code that nobody has defined", is: "negotiation-unknown-code", .certain, first: .shared(.seeEveryStep)
        ) {
            $0.refuse(7)
        }
        .unless("code 6", is: "negotiation-client-certificate") { $0.refuse(6) },
    ]
}
