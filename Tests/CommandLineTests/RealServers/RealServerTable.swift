import LabSupport

/// The truth table of real servers: xrdp, freerdp-shadow, nginx, dnsmasq and dnsdist.
enum RealServerTable {
    /// The fleet file has the addresses of most, few offer more than TLS, and none speaks RDP-UDP.
    private static let usual = Expectation.Baseline(dns: "-", selected: "TLS", nla: "-", udp: "R", note: "udp-closed")

    static let rows: [RealServer] = certificates + negotiation + handshakes + names

    private static let certificates: [RealServer] = [
        RealServer(label: "valid", expected: usual.passed(days: 363...364)),
        RealServer(
            label: "expired", software: .xrdp(.tls, { .expired(for: $0) }),
            expected: usual.passed(
                "E", state: "down", rule: "certificate-expired",
                certificate: .init(problems: ["expired"], daysLeft: -1 ... -1)
            )
            .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "early", software: .xrdp(.tls, { .notYetValid(for: $0) }),
            expected: usual.passed(
                "E", state: "down", rule: "certificate-not-yet-valid",
                certificate: .init(problems: ["not yet valid"], daysLeft: 374...374)
            )
            .saying("likely", first: "Check the clock of the machine that runs rdptop")),
        RealServer(
            label: "ending", software: .xrdp(.tls, { .expiringInAWeek(for: $0) }),
            expected: usual.passed("!", state: "warning", rule: "certificate-ends-soon", letter: "E", days: 6...6)
                .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "misnamed", software: .xrdp(.tls, { _ in .wrongName() }),
            expected: usual.passed(
                "M", state: "warning", rule: "certificate-name-mismatch",
                certificate: .init(nameMatch: "none", problems: ["name mismatch"], daysLeft: 363...364)
            )
            .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "p384", software: .xrdp(.tls, { .p384(for: $0) }),
            expected: usual.passed(
                certificate: .init(daysLeft: 363...364, key: "ECDSA P-384", signature: "ecdsa-with-SHA384"))),
        RealServer(
            label: "rsa4096", software: .xrdp(.tls, { .rsa4096(for: $0) }),
            expected: usual.passed(certificate: .init(daysLeft: 363...364, key: "RSA 4096"))),
        RealServer(
            label: "rsa1024", software: .xrdp(.tls, { .rsa1024(for: $0) }, policy: .anything),
            expected: usual.passed(
                "W", state: "warning", rule: "certificate-weak-key",
                certificate: .init(
                    trust: "undecided", problems: ["weak key"], daysLeft: 363...364, key: "RSA 1024")
            )
            .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "sha1", software: .xrdp(.tls, { .sha1(for: $0) }, policy: .anything),
            expected: usual.passed(
                "W", state: "warning", rule: "certificate-weak-signature",
                certificate: .init(
                    problems: ["weak signature"], daysLeft: 363...364, signature: "sha1WithRSAEncryption")
            )
            .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "client-usage", software: .xrdp(.tls, { .clientUsage(for: $0) }),
            expected: usual.passed(
                "W", state: "warning", rule: "certificate-wrong-usage",
                certificate: .init(problems: ["wrong usage"], daysLeft: 363...364)
            )
            .saying("certain", first: "On the server, see which certificate is set")),
        RealServer(
            label: "windows", software: .xrdp(.tls, { .windowsSelfSigned(host: $0) }),
            expected: usual.passed(
                rule: "certificate-self-signed",
                certificate: .init(
                    trust: "self-signed", nameMatch: "common name", problems: ["untrusted"], daysLeft: 180...181,
                    key: "RSA 2048", signature: "sha256WithRSAEncryption"))),
        // No organisation, no authority key of its own, no place to fetch the issuer from: whether an intermediate is
        // missing or a root was rightly left out, nobody can tell.
        RealServer(
            label: "leaf-alone", software: .xrdp(.tls, { .withoutIntermediate(for: $0) }),
            expected: usual.withoutIssuer()),
    ]

    private static let negotiation: [RealServer] = [
        RealServer(
            label: "xrdp-rdp", software: .xrdp(.rdp),
            expected: usual.standardSecurity("x224-standard-security", selected: "RDP")
                .saying("certain", first: "On the server, save the settings of the listener")),
        RealServer(label: "xrdp-negotiate", software: .xrdp(.negotiate), expected: usual.passed(days: 363...364)),
        RealServer(
            label: "key-unreadable", software: .xrdp(.tls, key: .unreadable),
            expected: usual.failedInX224("P", "negotiation-no-certificate")
                .saying("certain", first: "On the server, look for Schannel events"), connections: 2),
        RealServer(
            label: "shadow-nla", software: .shadow(.nla), expected: usual.withoutIssuer(selected: "HYBRID", nla: ".")),
        RealServer(label: "shadow-tls", software: .shadow(.tls), expected: usual.withoutIssuer()),
        RealServer(
            label: "shadow-rdp", software: .shadow(.rdp),
            expected: usual.failedInX224("P", "negotiation-tls-not-allowed")
                .saying("certain", first: "On the server, save the settings of the listener"), connections: 2),
        RealServer(
            label: "http", software: .webServer(tls: false),
            expected: usual.failedInX224("P", "x224-http")
                .saying("certain", first: "On the server, find the number of the process"),
            connections: 2),
        RealServer(
            label: "https", software: .webServer(tls: true),
            expected: usual.failedInX224("P", "x224-http")
                .saying("certain", first: "On the server, find the number of the process"),
            connections: 2),
        RealServer(
            label: "nothing", software: .nothing,
            expected: usual.refused()
                .saying("certain", first: "On the server, rdp-tcp must be in state Listen"), connections: 2),
    ]

    private static let handshakes: [RealServer] = [
        RealServer(
            label: "key-of-another", software: .xrdp(.tls, key: .stranger),
            expected: usual.failedInTLS("H", "tls-rdp-disconnect")
                .saying("likely", first: "On the server, look for Schannel events"), connections: 2),
        RealServer(
            label: "tls12", software: .xrdp(.tls, protocols: "TLSv1.2"),
            expected: usual.passed(tls: "TLS 1.2", days: 363...364)),
        RealServer(
            label: "tls10", software: .xrdp(.tls, protocols: "TLSv1", policy: .anything),
            expected: usual.oldTLS("TLS 1.0", days: 363...364)
                .saying("certain", first: "On the server, see which versions of TLS are switched on")),
    ]

    private static let names: [RealServer] = [
        RealServer(label: "named", way: .record, expected: usual.passed(dns: ".", days: 363...364)),
        RealServer(label: "alias", way: .alias, expected: usual.passed(dns: ".", days: 363...364)),
        RealServer(
            label: "late", way: .fault { .delay($0, milliseconds: 300) },
            expected: usual.passed(dns: ".", days: 363...364)),
        RealServer(
            label: "truncated", way: .fault { .truncated($0) }, expected: usual.passed(dns: ".", days: 363...364)),
        RealServer(
            label: "no-such-name", software: .nothing, way: .noName,
            expected: .failedInDNS("N", "dns-no-such-name")
                .saying("certain", first: "Compare the name in the fleet file"), connections: 0),
        RealServer(
            label: "no-address", software: .nothing, way: .noAddress,
            expected: .failedInDNS("N", "dns-no-address")
                .saying("certain", first: "On the machine that runs rdptop, ask by hand"), connections: 0),
        RealServer(
            label: "server-failure", software: .nothing, way: .fault { .serverFailure($0) },
            expected: .failedInDNS("S", "dns-resolver-error")
                .saying("certain", first: "On the machine that runs rdptop, ask by hand"), connections: 0),
        RealServer(
            label: "refused-query", software: .nothing, way: .fault { .refused($0) },
            expected: .failedInDNS("S", "dns-resolver-error")
                .saying("certain", first: "On the machine that runs rdptop, ask by hand"), connections: 0),
        RealServer(
            label: "silence", software: .nothing, way: .fault { .silence($0) },
            expected: .failedInDNS("T", "dns-silent")
                .saying("certain", first: "See which name servers are set here"), connections: 0),
    ]
}

extension Expectation.Baseline {
    /// TLS stands, with a certificate whose issuer was not sent and is not known.
    fileprivate func withoutIssuer(selected: String? = nil, nla: Character? = nil) -> Expectation {
        passed(
            rule: "certificate-unknown-authority", selected: selected, nla: nla,
            certificate: .init(trust: "unknown authority", problems: ["untrusted"], daysLeft: 363...364))
    }
}
