/// The truth table of the simulated servers: what should be said of each scenario.
///
/// What needs a failed layer is `:`.
enum DemoExpectations {
    /// Every server has a name to resolve, and all but a few select NLA with early authorization.
    private static let usual = Expectation.Baseline(dns: ".", selected: "HYBRID_EX")

    static let byScenario: [String: Expectation] = [
        // In order.
        "healthy": usual.passed(days: 74...335),
        "healthy-wildcard": usual.passed(days: 164...164),
        "healthy-self-signed": usual.passed(
            rule: "certificate-self-signed",
            certificate: .init(
                trust: "self-signed", nameMatch: "common name", problems: ["untrusted"], daysLeft: 12...162,
                key: "RSA 2048", signature: "sha256WithRSAEncryption")),
        "healthy-tls-only": usual.passed(
            rule: "udp-closed", selected: "TLS", nla: "-", udp: "R", days: 74...335),
        "nla-only": usual.passed(selected: "HYBRID", tls: "TLS 1.2", days: 74...335),
        "nla-optional": usual.passed(rule: "nla-optional", days: 74...335),
        "slow": usual.passed(days: 74...335),
        "ipv6-only": usual.passed(days: 74...335),
        "tls-1.2-only": usual.passed(tls: "TLS 1.2", days: 74...335),

        // The certificate.
        "certificate-expired": usual.passed(
            "E", state: "down", rule: "certificate-expired",
            certificate: .init(problems: ["expired"], daysLeft: -2 ... -2)),
        "self-signed-expired": usual.passed(
            "E", state: "down", rule: "certificate-not-renewed",
            certificate: .init(
                trust: "self-signed", nameMatch: "common name", problems: ["expired", "untrusted"],
                daysLeft: -5 ... -5, key: "RSA 2048", signature: "sha256WithRSAEncryption")),
        "certificate-not-yet-valid": usual.passed(
            "E", state: "down", rule: "certificate-not-yet-valid",
            certificate: .init(problems: ["not yet valid"], daysLeft: 366...366)),
        "certificate-6-days": usual.passed(
            "!", state: "warning", rule: "certificate-ends-soon", letter: "E", days: 6...6),
        "certificate-20-days": usual.passed(
            "!", state: "warning", rule: "certificate-ends", letter: "E", days: 20...20),
        "certificate-name-mismatch": usual.passed(
            "M", state: "warning", rule: "certificate-name-mismatch",
            certificate: .init(nameMatch: "none", problems: ["name mismatch"], daysLeft: 87...88)),
        "untrusted-issuer": usual.passed(
            rule: "certificate-unknown-authority",
            certificate: .init(trust: "unknown authority", problems: ["untrusted"], daysLeft: 87...88)),
        "missing-intermediate": usual.passed(
            "!", state: "warning", rule: "certificate-incomplete-chain", letter: "V",
            certificate: .init(trust: "missing intermediate", problems: ["incomplete chain"], daysLeft: 87...88)),
        "weak-key": usual.passed(
            "W", state: "warning", rule: "certificate-weak-key",
            // The library that builds paths does not read such keys, and nothing is claimed that it has not verified.
            certificate: .init(trust: "undecided", problems: ["weak key"], daysLeft: 87...88, key: "RSA 1024")),
        "sha1-signature": usual.passed(
            "W", state: "warning", rule: "certificate-weak-signature",
            certificate: .init(
                problems: ["weak signature"], daysLeft: 87...88, signature: "sha1WithRSAEncryption")),
        "wrong-usage": usual.passed(
            "W", state: "warning", rule: "certificate-wrong-usage",
            certificate: .init(problems: ["wrong usage"], daysLeft: 87...88)),

        // The negotiation.
        "standard-security-selected": usual.standardSecurity("x224-standard-security", selected: "RDP"),
        "no-negotiation": usual.standardSecurity("x224-no-negotiation", selected: nil),
        "negotiation-failure-1": usual.failedInX224("P", "negotiation-tls-required"),
        "standard-security-only": usual.failedInX224("P", "negotiation-tls-not-allowed", udp: "R"),
        "no-certificate": usual.failedInX224("P", "negotiation-no-certificate"),
        "negotiation-failure-4": usual.failedInX224("P", "negotiation-inconsistent-flags"),
        "negotiation-failure-6": usual.failedInX224("P", "negotiation-client-certificate"),

        // The handshake.
        "tls-1.0-only": usual.oldTLS("TLS 1.0", udp: "R", days: 74...335),
        // Each offer, old and new, fares alike; what the alert says by itself stands below.
        "tls-alert-40": usual.failedInTLS("H", "variant-all-fail", replacing: "tls-alert-handshake-failure"),
        "tls-alert-80": usual.failedInTLS("H", "variant-all-fail", replacing: "tls-alert-internal-error"),
        "disconnect-instead-of-tls": usual.failedInTLS("H", "tls-rdp-disconnect", udp: "R"),
        "silent-in-handshake": usual.failedInTLS("T", "tls-silent"),
        "reset-in-handshake": usual.failedInTLS("R", "variant-all-fail", replacing: "tls-cut"),
        "closes-in-handshake": usual.failedInTLS("C", "variant-all-fail", replacing: "tls-cut"),
        "plaintext-injected": usual.failedInTLS("P", "tls-plaintext"),
        // It is TLS so far, and more than any TLS library takes.
        "handshake-flood": usual.failedInTLS("H", "tls-failed"),

        // The connection, and the answer to the request.
        "refused": usual.refused(),
        "silent-after-connect": usual.failedInX224("T", "x224-silent"),
        "silent-after-request": usual.failedInX224("T", "x224-silent"),
        "drip": usual.failedInX224("T", "x224-incomplete"),
        "closes-after-connect": usual.failedInX224("C", "x224-closed"),
        "closes-after-request": usual.failedInX224("C", "x224-closed"),
        "reset-after-request": usual.failedInX224("R", "x224-reset"),
        "garbage": usual.failedInX224("P", "x224-garbage"),
        "http-server": usual.failedInX224("P", "x224-http", udp: "R"),
        "ssh-server": usual.failedInX224("P", "x224-ssh", udp: "R"),
        "tls-at-once": usual.failedInX224("P", "x224-tls", udp: "R"),
        "flood": usual.failedInX224("P", "x224-malformed"),

        // What asking otherwise tells.
        "cookie-intolerant": usual.failedInX224("C", "variant-cookie", replacing: "x224-closed"),
        "sni-intolerant": usual.failedInTLS("R", "variant-server-name", replacing: "tls-cut"),
        "tls13-intolerant": usual.failedInTLS("R", "variant-tls13", replacing: "tls-cut"),
        "tls-legacy-only": usual.failedInTLS("H", "variant-old-suites", replacing: "tls-alert-handshake-failure"),
        "ssl3-only": usual.failedInTLS("R", "variant-obsolete", replacing: "tls-cut"),

        // CredSSP and what NTLM tells.
        "nla-workgroup": usual.passed(days: 74...335),
        "nla-clock-ahead": usual.passed(state: "warning", rule: "nla-clock-skew", nla: "!", days: 74...335),
        "nla-clock-behind": usual.passed(state: "warning", rule: "nla-clock-skew", nla: "!", days: 74...335),
        "nla-old-credssp": usual.passed(
            state: "warning", rule: "nla-old-version", selected: "HYBRID", tls: "TLS 1.2", nla: "!", days: 74...335),
        "nla-out-of-support": usual.passed(
            rule: "nla-out-of-support", selected: "HYBRID", tls: "TLS 1.2", days: 74...335),
        "nla-another-machine": usual.passed(
            state: "warning", rule: "nla-other-computer", nla: "!", days: 164...164),
        "nla-error-code": usual.failedInNLA("A", "nla-ntlm-blocked", days: 74...335),
        "nla-silent": usual.failedInNLA("T", "nla-silent", days: 74...335),
        "nla-closes": usual.failedInNLA("C", "nla-closed", days: 74...335),
        "nla-resets": usual.failedInNLA("R", "nla-reset", days: 74...335),
        "nla-garbage": usual.failedInNLA("P", "nla-malformed", days: 74...335),
        "nla-pointing-outside": usual.failedInNLA("P", "nla-malformed", days: 74...335),
        "nla-drip": usual.failedInNLA("T", "nla-silent", days: 74...335),
        "ntlm-huge": usual.failedInNLA("P", "nla-malformed", days: 74...335),

        // UDP, of which nothing is expected.
        "udp-silent": usual.passed(rule: "udp-silent", udp: "T", days: 74...335),
        "udp-closed": usual.passed(rule: "udp-closed", udp: "R", days: 74...335),
        "udp-version-1": usual.passed(days: 74...335),
        "udp-version-3": usual.passed(days: 74...335),
        "udp-garbage": usual.passed(rule: "udp-failed", udp: "P", days: 74...335),

        // Gateways, each with a server behind it; and servers on both paths.
        "healthy+both": usual.passed(gateway: ".", days: 74...335),
        "gateway-healthy": .behindGateway(".", state: "ok", nil),
        "gateway-slow": .behindGateway(".", state: "ok", nil),
        "gateway-backend-down": .behindGateway("S", state: "down", "behind-gateway"),
        "gateway-refused": .behindGateway("R", state: "down", "behind-gateway"),
        "gateway-certificate-expired": .behindGateway("E", state: "down", "behind-gateway"),
        "gateway-intercepted": .behindGateway("!", state: "warning", "gateway-warns"),
        "gateway-without-role": .behindGateway("P", state: "down", "behind-gateway"),
        "gateway-exchange": .behindGateway("P", state: "down", "behind-gateway"),
        "gateway-proxy-407": .behindGateway("B", state: "down", "behind-gateway"),
        "gateway-proxy-403": .behindGateway("P", state: "down", "behind-gateway"),
        "gateway-foreign-auth": .behindGateway("!", state: "warning", "gateway-warns"),
        "gateway-open-ended": .behindGateway(".", state: "ok", nil),
        "gateway-websocket-refused": .behindGateway(".", state: "ok", nil),
        "gateway-header-flood": .behindGateway("P", state: "down", "behind-gateway"),
        "gateway-endless-body": .behindGateway(".", state: "ok", nil),
        "gateway-dtls-silent": .behindGateway(".", state: "ok", nil),
        "gateway-dtls-certificate": .behindGateway("!", state: "warning", "gateway-warns"),

        // The name.
        "no-such-name": .failedInDNS("N", "dns-no-such-name"),
        "no-address": .failedInDNS("N", "dns-no-address"),
        "name-server-fails": .failedInDNS("S", "dns-resolver-error"),
        "name-server-silent": .failedInDNS("T", "dns-silent"),
    ]
}
