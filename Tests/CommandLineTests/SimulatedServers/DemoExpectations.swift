/// The truth table of the simulated servers: what should be said of each scenario.
///
/// NLA, UDP and ping are not measured and stay `?`; what needs a failed layer is `:`.
enum DemoExpectations {
    static let byScenario: [String: Expectation] = [
        // In order.
        "healthy": .passed(days: 74...335),
        "healthy-wildcard": .passed(days: 164...164),
        "healthy-self-signed": .passed(
            rule: "certificate-self-signed",
            certificate: .init(
                trust: "self-signed", nameMatch: "common name", problems: ["untrusted"], daysLeft: 12...162,
                key: "RSA 2048", signature: "sha256WithRSAEncryption")),
        "healthy-tls-only": .passed(selected: "TLS", days: 74...335),
        "nla-only": .passed(selected: "HYBRID", tls: "TLS 1.2", days: 74...335),
        "nla-optional": .passed(days: 74...335),
        "slow": .passed(days: 74...335),
        "ipv6-only": .passed(days: 74...335),
        "tls-1.2-only": .passed(tls: "TLS 1.2", days: 74...335),

        // The certificate.
        "certificate-expired": .passed(
            "E", state: "down", rule: "certificate-expired",
            certificate: .init(problems: ["expired"], daysLeft: -3 ... -3)),
        "self-signed-expired": .passed(
            "E", state: "down", rule: "certificate-not-renewed",
            certificate: .init(
                trust: "self-signed", nameMatch: "common name", problems: ["expired", "untrusted"],
                daysLeft: -6 ... -6, key: "RSA 2048", signature: "sha256WithRSAEncryption")),
        "certificate-not-yet-valid": .passed(
            "E", state: "down", rule: "certificate-not-yet-valid",
            certificate: .init(problems: ["not yet valid"], daysLeft: 366...366)),
        "certificate-6-days": .passed(
            "!", state: "warning", rule: "certificate-ends-soon", letter: "E", days: 6...6),
        "certificate-20-days": .passed(
            "!", state: "warning", rule: "certificate-ends", letter: "E", days: 20...20),
        "certificate-name-mismatch": .passed(
            "M", state: "warning", rule: "certificate-name-mismatch",
            certificate: .init(nameMatch: "none", problems: ["name mismatch"], daysLeft: 87...88)),
        "untrusted-issuer": .passed(
            rule: "certificate-unknown-authority",
            certificate: .init(trust: "unknown authority", problems: ["untrusted"], daysLeft: 87...88)),
        "missing-intermediate": .passed(
            "!", state: "warning", rule: "certificate-incomplete-chain", letter: "V",
            certificate: .init(trust: "missing intermediate", problems: ["incomplete chain"], daysLeft: 87...88)),
        "weak-key": .passed(
            "W", state: "warning", rule: "certificate-weak-key",
            // The library that builds paths does not read such keys, and nothing is claimed that it has not verified.
            certificate: .init(trust: "undecided", problems: ["weak key"], daysLeft: 87...88, key: "RSA 1024")),
        "sha1-signature": .passed(
            "W", state: "warning", rule: "certificate-weak-signature",
            certificate: .init(
                problems: ["weak signature"], daysLeft: 87...88, signature: "sha1WithRSAEncryption")),
        "wrong-usage": .passed(
            "W", state: "warning", rule: "certificate-wrong-usage",
            certificate: .init(problems: ["wrong usage"], daysLeft: 87...88)),

        // The negotiation.
        "standard-security-selected": .standardSecurity("x224-standard-security", selected: "RDP"),
        "no-negotiation": .standardSecurity("x224-no-negotiation", selected: nil),
        "negotiation-failure-1": .failedInX224("P", "negotiation-tls-required"),
        "standard-security-only": .failedInX224("P", "negotiation-tls-not-allowed"),
        "no-certificate": .failedInX224("P", "negotiation-no-certificate"),
        "negotiation-failure-4": .failedInX224("P", "negotiation-inconsistent-flags"),
        "negotiation-failure-6": .failedInX224("P", "negotiation-client-certificate"),

        // The handshake.
        "tls-1.0-only": Expectation(
            signs: ".?..!.??-", state: "warning", rule: "tls-old-version", selected: "HYBRID_EX", tls: "TLS 1.0",
            certificate: .init(daysLeft: 74...335)),
        "tls-alert-40": .failedInTLS("H", "tls-alert-handshake-failure"),
        "tls-alert-80": .failedInTLS("H", "tls-alert-internal-error"),
        "disconnect-instead-of-tls": .failedInTLS("H", "tls-rdp-disconnect"),
        "silent-in-handshake": .failedInTLS("T", "tls-silent"),
        "reset-in-handshake": .failedInTLS("R", "tls-cut"),
        "closes-in-handshake": .failedInTLS("C", "tls-cut"),
        "plaintext-injected": .failedInTLS("P", "tls-plaintext"),
        // It is TLS so far, and more than any TLS library takes.
        "handshake-flood": .failedInTLS("H", "tls-failed"),

        // The connection, and the answer to the request.
        "refused": Expectation(signs: ".?R:::::-", state: "down", rule: "tcp-refused"),
        "silent-after-connect": .failedInX224("T", "x224-silent"),
        "silent-after-request": .failedInX224("T", "x224-silent"),
        "drip": .failedInX224("T", "x224-incomplete"),
        "closes-after-connect": .failedInX224("C", "x224-closed"),
        "closes-after-request": .failedInX224("C", "x224-closed"),
        "reset-after-request": .failedInX224("R", "x224-reset"),
        "garbage": .failedInX224("P", "x224-garbage"),
        "http-server": .failedInX224("P", "x224-http"),
        "ssh-server": .failedInX224("P", "x224-ssh"),
        "tls-at-once": .failedInX224("P", "x224-tls"),
        "flood": .failedInX224("P", "x224-malformed"),

        // The name.
        "no-such-name": .failedInDNS("N", "dns-no-such-name"),
        "no-address": .failedInDNS("N", "dns-no-address"),
        "name-server-fails": .failedInDNS("S", "dns-resolver-error"),
        "name-server-silent": .failedInDNS("T", "dns-silent"),
    ]
}

extension Expectation {
    /// TLS stands; the sign is the certificate's.
    fileprivate static func passed(
        _ sign: Character = ".", state: String = "ok", rule: String? = nil, letter: String? = nil,
        selected: String = "HYBRID_EX", tls: String = "TLS 1.3", days: ClosedRange<Int> = 0...0,
        certificate: Certificate? = nil
    ) -> Expectation {
        Expectation(
            signs: ".?...\(sign)??-", state: state, rule: rule, selected: selected, tls: tls, letter: letter,
            certificate: certificate ?? Certificate(daysLeft: days))
    }

    /// A server without TLS: what stands on TLS does not apply.
    fileprivate static func standardSecurity(_ rule: String, selected: String?) -> Expectation {
        Expectation(signs: ".?.!---?-", state: "warning", rule: rule, selected: selected)
    }

    fileprivate static func failedInDNS(_ sign: Character, _ rule: String) -> Expectation {
        Expectation(signs: "\(sign):::::::-", state: "down", rule: rule)
    }

    fileprivate static func failedInX224(_ sign: Character, _ rule: String) -> Expectation {
        Expectation(signs: ".?.\(sign):::?-", state: "down", rule: rule)
    }

    /// The server selected NLA first.
    fileprivate static func failedInTLS(_ sign: Character, _ rule: String) -> Expectation {
        Expectation(signs: ".?..\(sign)::?-", state: "down", rule: rule, selected: "HYBRID_EX")
    }
}
