import FleetModel
import TestSupport

@testable import Diagnosis

extension Situation where Facts == ServerFacts {
    /// The TLS handshake as it is (R08, R10, R11).
    static let handshakes: [Situation] = [
        Situation("TLS is reset after the ClientHello", is: "tls-cut", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .reset
        }
        .unless("the server's half of the handshake came first", is: "tls-cut-midway") {
            $0.snapshot.tls?.facts?.version = 0x0303
            $0.snapshot.tls?.facts?.bytesReceived = 2_000
        }
        .unless("an alert says why", is: "tls-alert-protocol-version") { $0.tls = .tlsAlert(70) },
        Situation("TLS is closed after the ClientHello", is: "tls-cut", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .closed
        }
        .unless("it is silent instead", is: "tls-silent") { $0.tls = .timedOut },
        Situation("TLS is cut in the middle", is: "tls-cut-midway", .possible, first: .shared(.schannelEvents)) {
            $0.tls = .reset
            $0.snapshot.tls?.facts?.version = 0x0303
            $0.snapshot.tls?.facts?.bytesReceived = 2_000
        }
        .unless("not a byte came", is: "tls-cut") {
            $0.snapshot.tls?.facts?.version = nil
            $0.snapshot.tls?.facts?.bytesReceived = 0
        },
        Situation("TLS is silent", is: "tls-silent", .possible, first: "Try the size of packets") { $0.tls = .timedOut }
            .unless("this machine cannot keep up", is: "our-side") { $0.ourSide = .overloaded(lag: .seconds(2)) },
        Situation("alert 40", is: "tls-alert-handshake-failure", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .tlsAlert(40)
        }
        .unless("alert 80", is: "tls-alert-internal-error") { $0.tls = .tlsAlert(80) },
        Situation("alert 70", is: "tls-alert-protocol-version", .likely, first: .shared(.tlsVersions)) {
            $0.tls = .tlsAlert(70)
        }
        .unless("alert 40", is: "tls-alert-handshake-failure") { $0.tls = .tlsAlert(40) },
        Situation("alert 71", is: "tls-alert-insufficient-security", .likely, first: .shared(.cipherSuites)) {
            $0.tls = .tlsAlert(71)
        }
        .unless("alert 70", is: "tls-alert-protocol-version") { $0.tls = .tlsAlert(70) },
        Situation("alert 80", is: "tls-alert-internal-error", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .tlsAlert(80)
        }
        .unless("alert 112", is: "tls-alert-unrecognized-name") { $0.tls = .tlsAlert(112) },
        Situation("alert 112", is: "tls-alert-unrecognized-name", .possible, first: .shared(.compareNearby)) {
            $0.tls = .tlsAlert(112)
        }
        .unless("alert 80", is: "tls-alert-internal-error") { $0.tls = .tlsAlert(80) },
        Situation("an alert that says little", is: "tls-alert-other", .certain, first: .shared(.schannelEvents)) {
            $0.tls = .tlsAlert(46)
        }
        .unless("one that is documented to say more", is: "tls-alert-protocol-version") { $0.tls = .tlsAlert(70) },
        Situation("RDP bytes where TLS belongs", is: "tls-rdp-disconnect", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .disconnectInsteadOfTLS
        }
        .unless("the bytes are of no RDP", is: "tls-plaintext") { $0.tls = .malformed },
        Situation("TLS is agreed on, and HTTP comes", is: "tls-plaintext", .certain, first: .shared(.seeEveryStep)) {
            $0.tls = .notRDP(.http)
        }
        .unless("nothing comes", is: "tls-silent") { $0.tls = .timedOut },
        Situation("nothing newer than SSL 3.0", is: "tls-too-old", .certain, first: .shared(.tlsVersions)) {
            $0.tls = .tlsTooOld(0x0300)
        }
        .unless("TLS 1.0 is there", is: "tls-old-version") {
            $0 = .healthy
            $0.tlsVersion = 0x0301
        },
        Situation("a handshake that no library accepts", is: "tls-failed", .possible, first: .shared(.seeEveryStep)) {
            $0.tls = .handshakeFailed
        }
        .unless("an alert ends it", is: "tls-alert-other") { $0.tls = .tlsAlert(46) },
        Situation("TLS 1.0 is negotiated", is: "tls-old-version", .certain, first: .shared(.tlsVersions)) {
            $0.tlsVersion = 0x0301
        }
        .unless("it is TLS 1.2", is: nil) { $0.tlsVersion = 0x0303 },
    ]

    /// What other offers show of a handshake that fails (R08, R10, R11, R13).
    static let offers: [Situation] = [
        Situation("TLS is cut in every variant", is: "variant-all-fail", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .reset
            for offer in [HandshakeVariant.Offer.tls12, .tls12Legacy, .obsolete] {
                $0.asked(.init(offer: offer), .reset)
            }
        }
        .unless("only two were tried", is: "tls-cut") { $0.snapshot.variants.removeLast() }
        .unless("one of them passes", is: "variant-old-suites") {
            $0.snapshot.variants.removeAll { $0.variant.offer == .tls12Legacy }
            $0.asked(.init(offer: .tls12Legacy))
        }
        .unless("they were for another failure, of yesterday", is: "tls-cut") { $0.tls = .closed }
        .unless("this time the server answered before it was cut", is: "tls-cut-midway") {
            $0.snapshot.tls?.facts = TLSFacts(version: 0x0303, bytesReceived: 2_000)
        },
        Situation(
            "TLS is cut only when TLS 1.3 is offered", is: "variant-tls13", .likely, first: .shared(.compareNearby)
        ) {
            $0.tls = .reset
            $0.asked(.init(offer: .tls12))
        }
        .unless("it passes without the name as well", is: "variant-several") {
            $0.asked(.init(offer: .modern, sendsServerName: false))
        }
        .unless("TLS 1.2 is cut, too", is: "tls-cut") {
            $0.snapshot.variants = []
            $0.asked(.init(offer: .tls12), .reset)
        },
        Situation(
            "TLS is cut only with its name in it", is: "variant-server-name", .likely, first: .shared(.compareNearby)
        ) {
            $0.tls = .closed
            $0.asked(.init(offer: .tls12), .closed)
            $0.asked(.init(offer: .modern, sendsServerName: false))
        }
        .unless("TLS 1.2 with the name passes as well", is: "variant-several") {
            $0.snapshot.variants = []
            $0.asked(.init(offer: .tls12))
            $0.asked(.init(offer: .modern, sendsServerName: false))
        },
        Situation("only old cipher suites pass", is: "variant-old-suites", .likely, first: .shared(.schannelEvents)) {
            $0.tls = .tlsAlert(40)
            $0.asked(.init(offer: .tls12), .tlsAlert(40))
            $0.asked(.init(offer: .tls12Legacy))
        }
        .unless("TLS 1.2 with current suites was not tried", is: "tls-alert-handshake-failure") {
            $0.snapshot.variants.removeFirst()
        }
        // A server without a common suite says so, or ends the connection; the offer that passes is a shorter one.
        .unless("the others are not answered at all", is: "tls-silent") {
            $0.snapshot.variants = []
            $0.tls = .timedOut
            $0.asked(.init(offer: .tls12), .timedOut)
            $0.asked(.init(offer: .tls12Legacy))
        },
        Situation(
            "the connection ends unless only old cipher suites are offered", is: "variant-old-suites", .likely,
            first: .shared(.schannelEvents)
        ) {
            $0.tls = .reset
            $0.asked(.init(offer: .tls12), .reset)
            $0.asked(.init(offer: .tls12Legacy))
        }
        .unless("only TLS 1.0 passes", is: "variant-old-version") {
            $0.snapshot.variants.removeLast()
            $0.asked(.init(offer: .tls10))
        },
        Situation("only TLS 1.0 passes", is: "variant-old-version", .certain, first: .shared(.tlsVersions)) {
            $0.tls = .tlsAlert(70)
            $0.asked(.init(offer: .tls12), .tlsAlert(70))
            $0.asked(.init(offer: .tls10))
        }
        .unless("TLS 1.2 with old suites passes, too", is: "variant-old-suites") {
            $0.asked(.init(offer: .tls12Legacy))
        }
        .unless("the others are not answered at all", is: "tls-silent") {
            $0.snapshot.variants = []
            $0.tls = .timedOut
            $0.asked(.init(offer: .tls12), .timedOut)
            $0.asked(.init(offer: .tls10))
        },
        Situation("only what is obsolete passes", is: "variant-obsolete", .certain, first: .shared(.tlsVersions)) {
            $0.tls = .tlsTooOld(0x0300)
            $0.asked(.init(offer: .tls10), .tlsAlert(70))
            $0.asked(.init(offer: .obsolete))
        }
        .unless("TLS 1.0 passes, too", is: "tls-too-old") { $0.asked(.init(offer: .tls10)) }
        .unless("the others are not answered at all", is: "tls-silent") {
            $0.snapshot.variants = []
            $0.tls = .timedOut
            $0.asked(.init(offer: .tls10), .timedOut)
            $0.asked(.init(offer: .obsolete))
        }
        .unless("nothing newer was tried yet", is: "tls-too-old") { $0.snapshot.variants.removeFirst() },
        Situation(
            "what is obsolete passes, and TLS 1.0 was not tried", is: "variant-obsolete", .likely,
            first: .shared(.tlsVersions)
        ) {
            $0.tls = .closed
            $0.asked(.init(offer: .tls12), .closed)
            $0.asked(.init(offer: .obsolete))
        }
        .unless("TLS 1.0 passes", is: "variant-old-version") { $0.asked(.init(offer: .tls10)) },
    ]
}
