import FleetModel
import TestSupport

extension LayerSample {
    static let variants: [LayerSample] = [
        asked("only without a cookie", .reset, "R", "variant-cookie", [(HandshakeVariant(sendsCookie: false), nil)]),
        asked(
            "only for fewer protocols", .closed, "C", "variant-fewer-protocols",
            [
                (HandshakeVariant(sendsCookie: false), .closed),
                (HandshakeVariant(requested: [.tls, .hybrid]), nil),
            ]),
        asked(
            "only for standard security", .closed, "C", "variant-standard-security",
            [
                (HandshakeVariant(sendsCookie: false), .closed), (HandshakeVariant(requested: .tls), .closed),
                (HandshakeVariant(requested: .standard), nil),
            ]),
        asked(
            "only over IPv4", .timedOut, "T", "variant-other-family", [(HandshakeVariant(family: .ipv4), nil)]),
        asked(
            "in no way", .reset, "R", "x224-reset",
            [(HandshakeVariant(sendsCookie: false), .reset), (HandshakeVariant(requested: .tls), .reset)]),
        offered("only without TLS 1.3", .reset, "R", "variant-tls13", [(.init(offer: .tls12), nil)]),
        offered(
            "only without its name", .closed, "C", "variant-server-name",
            [(.init(offer: .tls12), .closed), (.init(offer: .modern, sendsServerName: false), nil)]),
        asked(
            "in several ways", .reset, "R", "variant-several",
            [(HandshakeVariant(sendsCookie: false), nil), (HandshakeVariant(requested: [.tls, .hybrid]), nil)]),
        offered(
            "in several ways", .reset, "R", "variant-several",
            [(.init(offer: .tls12), nil), (.init(offer: .modern, sendsServerName: false), nil)]),
        offered(
            "with what our library refuses", .handshakeFailed, "H", "tls-failed",
            [(.init(offer: .tls12), nil), (.init(offer: .modern, sendsServerName: false), nil)]),
        offered("with SSL 3.0", .tlsTooOld(0x0300), "H", "tls-too-old", [(.init(offer: .tls12), nil)]),
        offered(
            "with old suites, and TLS 1.2 is not tried yet", .tlsAlert(40), "H", "tls-alert-handshake-failure",
            [(.init(offer: .tls12Legacy), nil)]),
        offered(
            "only with old suites", .tlsAlert(40), "H", "variant-old-suites",
            [(.init(offer: .tls12Legacy), nil), (.init(offer: .obsolete), nil), (.init(offer: .tls12), .tlsAlert(40))]),
        offered(
            "only with TLS 1.0", .tlsAlert(70), "H", "variant-old-version",
            [(.init(offer: .obsolete), nil), (.init(offer: .tls10), nil), (.init(offer: .tls12), .tlsAlert(70))]),
        offered(
            "only what is obsolete", .tlsTooOld(0x0300), "H", "variant-obsolete",
            [(.init(offer: .obsolete), nil), (.init(offer: .tls10), .tlsAlert(70))]),
        offered(
            "nothing at all", .reset, "R", "variant-all-fail",
            [
                (.init(offer: .tls12), .reset), (.init(offer: .modern, sendsServerName: false), .closed),
                (.init(offer: .obsolete), .tlsAlert(40)), (.init(offer: .tls12Legacy), .tlsAlert(80)),
            ]),
        offered(
            "nothing, but once for another reason", .reset, "R", "tls-cut",
            [
                (.init(offer: .tls12), .reset), (.init(offer: .modern, sendsServerName: false), .reset),
                (.init(offer: .obsolete), .tlsAlert(70)),
            ]),
        offered(
            "only over IPv6", .timedOut, "T", "variant-other-family",
            [
                (.init(offer: .modern, family: .ipv6), nil)
            ]),
        offered(
            "an attempt for another failure", .reset, "R", "tls-cut", because: .timedOut,
            [
                (.init(offer: .tls12), nil)
            ]),
    ]

    private static func asked(
        _ title: String, _ failure: LayerFailure, _ sign: String, _ rule: String,
        _ attempts: [(HandshakeVariant, LayerFailure?)]
    ) -> LayerSample {
        changed("answers \(title)", "...\(sign):::.-", .down, rule) {
            $0.snapshot.x224 = SampleFleet.failed(
                NegotiationFacts(requested: .modern, answer: .nothing), failure, 5_000)
            $0.snapshot.tls = nil
            $0.snapshot.certificate = nil
            $0.snapshot.consecutiveFailures = 2
            $0.snapshot.variants = records(of: attempts, at: .x224, because: failure)
        }
    }

    private static func offered(
        _ title: String, _ failure: LayerFailure, _ sign: String, _ rule: String, because: LayerFailure? = nil,
        _ attempts: [(HandshakeVariant, LayerFailure?)]
    ) -> LayerSample {
        changed("shakes hands \(title)", "....\(sign)::.-", .down, rule) {
            $0.snapshot.tls = SampleFleet.failed(TLSFacts(closedFirst: .server), failure, 5_000)
            $0.snapshot.certificate = nil
            $0.snapshot.consecutiveFailures = 2
            $0.snapshot.variants = records(of: attempts, at: .tls, because: because ?? failure)
        }
    }

    private static func records(
        of attempts: [(HandshakeVariant, LayerFailure?)], at layer: Layer, because failure: LayerFailure
    ) -> [VariantAttempt] {
        attempts.map { variant, result in
            VariantAttempt(
                variant: variant, reason: failure, reasonLayer: layer, reached: layer, failure: result,
                negotiation: SampleFleet.confirm(.hybrid),
                tls: layer == .tls && result == nil ? TLSFacts(version: 0x0303, bytesReceived: 900) : nil,
                microseconds: 21_000, at: SampleFleet.probed)
        }
    }
}
