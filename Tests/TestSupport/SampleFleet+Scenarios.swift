package import FleetModel

extension SampleFleet {
    /// At least one server for every rule, with what should be said of it.
    package static let scenarios: [ServerSample] =
        dozen + hostile + nameScenarios + connectionScenarios + negotiationScenarios + handshakeScenarios
        + certificateScenarios + expectationScenarios

    private static let name = "ts07.corp.example"
    private static let address = "10.20.4.7"

    private static let nameScenarios: [ServerSample] = [
        .failure(
            "no address", name, address, .dns, .noAddress, signs: "N:::::::-", rule: "dns-no-address",
            short: "DNS: no address", medium: "DNS knows the name, but no address"),
        .failure(
            "resolver error", name, address, .dns, .resolverError(2), signs: "S:::::::-", rule: "dns-resolver-error",
            short: "DNS: SERVFAIL", medium: "name server answers SERVFAIL"),
        .failure(
            "resolver silent", name, address, .dns, .resolverSilent, microseconds: 3_000_000, signs: "T:::::::-",
            rule: "dns-silent", short: "DNS: no answer", medium: "no name server answered in time"),
        .failure(
            "broken answer", name, address, .dns, .malformed, signs: "P:::::::-", rule: "dns-malformed",
            short: "DNS: broken answer", medium: "the name server's answer is broken"),
        ServerSample.healthy(name, address).changed("stale address", "!?....??-", .warning) { sample in
            sample.snapshot?.dns = seen(
                DNSFacts(
                    name: name, addresses: [ipAddress(address)], source: .stale,
                    ipv4: DNSAnswer(responseCode: nil, microseconds: 3_000_000)), 3_000_000)
        }.saying("dns-stale", "DNS down, old address", "DNS is silent, an old address is used"),
        ServerSample.healthy("10.20.4.7", address).changed("a literal address", "-?....??-", .ok) { _ in },
    ]

    private static let connectionScenarios: [ServerSample] = [
        .failure(
            "TCP reset", name, address, .tcp, .reset, signs: ".?R:::::-", rule: "tcp-reset", short: "TCP 3389 reset",
            medium: "accepts on 3389, then resets"),
        .failure(
            "TCP closed at once", name, address, .tcp, .closed, signs: ".?C:::::-", rule: "tcp-closed",
            short: "TCP 3389 closed", medium: "accepts on 3389, then closes"),
        .failure(
            "host unreachable", name, address, .tcp, .unreachable(.host), signs: ".?U:::::-",
            rule: "tcp-host-unreachable", short: "host unreachable", medium: "the network says: host unreachable"),
        .failure(
            "no route", name, address, .tcp, .unreachable(.network), signs: ".?U:::::-", rule: "tcp-no-route",
            short: "no route to network", medium: "the network says: no route"),
        ServerSample.healthy(name, address).changed("one address dead", ".?!...??-", .warning) { sample in
            sample.snapshot?.tcp?.facts?.attempts.insert(
                .init(peer: endpoint("10.20.4.99"), failure: .timedOut, microseconds: 3_000_000), at: 0)
        }.saying("tcp-some-addresses", "one address fails", "one address fails, another answers"),
        ServerSample.healthy(name, address).changed("no IPv6 here", ".?....??-", .ok) { sample in
            sample.snapshot?.tcp?.facts?.attempts.insert(
                .init(
                    peer: endpoint("2001:db8::7"), failure: .ourFault(.addressFamilyUnavailable), microseconds: 90),
                at: 0)
        }.saying("tcp-address-not-tried", "one address not tried", "one address cannot be tried from here"),
        ServerSample.tcpRefused(name, address).changed("first failure", ".?R:::::-", .unconfirmed) { sample in
            sample.snapshot?.consecutiveFailures = 1
        },
        .failure(
            "a failure of another layer", name, address, .tcp, .accessDenied, signs: ".?A:::::-", rule: "layer-failed",
            short: "TCP failed", medium: "TCP failed: access denied"),
    ]

    private static let negotiationScenarios: [ServerSample] = [
        answer(
            "closed after the request", .closed, "C", "x224-closed", "closed after request",
            "closes after the RDP request"),
        answer(
            "reset after the request", .reset, "R", "x224-reset", "reset after request", "resets after the RDP request"),
        answer("silent", .timedOut, "T", "x224-silent", "accepts, then silent", "accepts TCP, then never answers RDP"),
        .unfinishedAnswer(name, address),
        answer(
            "SSH", .notRDP(.ssh), "P", "x224-ssh", "SSH, not RDP", "not RDP: SSH-2.0-OpenSSH_9.2p1",
            banner: "SSH-2.0-OpenSSH_9.2p1"),
        answer(
            "TLS at once", .notRDP(.tls), "P", "x224-tls", "TLS at once, not RDP",
            "answers in TLS, without RDP in front"),
        answer(
            "text", .notRDP(.text), "P", "x224-text", "text, not RDP", "not RDP: 220 mail.corp.example ESMTP ~",
            banner: "220 mail.corp.example ESMTP ready"),
        answer(
            "garbage", .notRDP(.binary), "P", "x224-garbage", "unknown, not RDP", "answers with bytes that are not RDP"),
        answer("malformed", .malformed, "P", "x224-malformed", "broken RDP answer", "the RDP answer does not parse"),
        .refused(
            "refused 1", name, address, code: 1, rule: "negotiation-tls-required", short: "refuses: TLS required",
            medium: "refuses with code 1: TLS required"),
        .refused(
            "refused 3", name, address, code: 3, rule: "negotiation-no-certificate", short: "no certificate there",
            medium: "refuses: it has no usable certificate"),
        .refused(
            "refused 4", name, address, code: 4, rule: "negotiation-inconsistent-flags", short: "refuses: flags",
            medium: "refuses: inconsistent flags (code 4)"),
        .refused(
            "refused 5", name, address, code: 5, rule: "negotiation-nla-required", short: "refuses: NLA required",
            medium: "refuses with code 5: NLA required"),
        .refused(
            "refused 6", name, address, code: 6, rule: "negotiation-client-certificate", short: "client cert required",
            medium: "refuses: client certificate required"),
        .refused(
            "refused with the largest code", name, address, code: .max, rule: "negotiation-unknown-code",
            short: "refuses: 0xffffffff", medium: "refuses with code 0xffffffff"),
        standard("standard security", confirm(.standard))
            .saying("x224-standard-security", "no TLS", "chooses standard security, no TLS"),
        standard("no negotiation", NegotiationFacts(requested: .modern, answer: .withoutNegotiation))
            .saying("x224-no-negotiation", "no negotiation, no TLS", "old RDP: no negotiation, no TLS"),
    ]

    private static let handshakeScenarios: [ServerSample] = [
        handshake(
            "RDP disconnect", .disconnectInsteadOfTLS, "tls-rdp-disconnect", "RDP instead of TLS",
            "answers TLS with an RDP disconnect"),
        handshake(
            "silent handshake", .timedOut, "tls-silent", "TLS: no answer", "no answer in the TLS handshake", sign: "T"),
        handshake(
            "alert 40", .tlsAlert(40), "tls-alert-handshake-failure", "TLS alert 40", "TLS alert 40: handshake_failure"),
        handshake(
            "alert 70", .tlsAlert(70), "tls-alert-protocol-version", "TLS alert 70", "TLS alert 70: protocol_version"),
        handshake(
            "alert 80", .tlsAlert(80), "tls-alert-internal-error", "TLS alert 80", "TLS alert 80: internal_error"),
        handshake(
            "alert 112", .tlsAlert(112), "tls-alert-unrecognized-name", "TLS alert 112",
            "TLS alert 112: unrecognized_name"),
        handshake(
            "alert 113", .tlsAlert(113), "tls-alert-other", "TLS alert 113", "TLS alert 113: bad_certificate_status~"),
        handshake(
            "alert without a name", .tlsAlert(255), "tls-alert-other", "TLS alert 255",
            "TLS alert 255: no registered name"),
        handshake(
            "TLS too old", .tlsTooOld(0x0300), "tls-too-old", "TLS too old: SSL 3.0", "the server speaks only SSL 3.0"),
        handshake(
            "not TLS", .malformed, "tls-plaintext", "not TLS", "agrees to TLS, then does not speak it", sign: "P"),
        handshake(
            "our library refuses", .handshakeFailed, "tls-failed", "TLS handshake failed",
            "its TLS handshake is not acceptable"),
        handshake(
            "closed midway", .closed, "tls-cut-midway", "TLS cut midway", "cut in the middle of the TLS handshake",
            sign: "C"
        )
        .changed("closed midway", ".?..C::?-", .down) { sample in
            sample.snapshot?.tls?.facts = TLSFacts(version: 0x0303, closedFirst: .server, bytesReceived: 1_460)
        },
    ]

    private static let certificateScenarios: [ServerSample] = [
        leaf(
            "not yet valid", ".?...E??-", .down, "certificate-not-yet-valid", "cert not yet valid",
            "certificate not valid for another 2h"
        ) {
            $0.leaf.notBefore = now + .hours(2)
        },
        .certificate(
            "ends within the warning", name, address, corporateCertificate(for: name, left: .days(20)), state: .warning,
            signs: ".?...!??-", rule: "certificate-ends", short: "cert ends in 20d", medium: "certificate ends in 20d"),
        .certificate(
            "Windows renews in two days", name, address, windowsCertificate(for: name, left: .days(2)), state: .ok,
            signs: ".?....??-", rule: "certificate-renewal-due", short: "cert renews in 2d",
            medium: "self-signed, renews itself in 2d"),
        leaf(
            "name mismatch", ".?...M??-", .warning, "certificate-name-mismatch", "cert name mismatch",
            "certificate lacks the name asked for"
        ) {
            $0.leaf.dnsNames = ["rds.corp.example"]
            $0.nameMatch = .none
            $0.problems = [.nameMismatch]
        },
        selfSigned("of another computer", "ts99.corp.example", asked: name, ".?...!??-", .warning)
            .saying("certificate-other-computer", "cert of another host", "certificate names another computer"),
        selfSigned("asked by address", name, asked: "10.20.4.7", ".?....??-", .ok)
            .saying("certificate-name-differs", "cert name differs", "asked by another name than the cert's"),
        leaf(
            "unknown authority", ".?....??-", .ok, "certificate-unknown-authority", "cert authority unknown",
            "authority of the certificate unknown"
        ) {
            $0.trust = .unknownAuthority("CN=Elsewhere Root")
            $0.problems = [.untrusted]
        },
        leaf(
            "missing intermediate", ".?...!??-", .warning, "certificate-incomplete-chain", "cert chain incomplete",
            "the server sends an incomplete chain"
        ) {
            $0.trust = .missingIntermediate("CN=Corp Issuing CA 2")
            $0.problems = [.incompleteChain]
        },
        leaf(
            "trust undecided", ".?....??-", .ok, "certificate-trust-undecided", "cert trust undecided",
            "trust of the cert was not worked out"
        ) {
            $0.trust = .undecided("the root store cannot be read")
        },
        leaf(
            "path against the rules", ".?...V??-", .warning, "certificate-path-refused", "cert path refused",
            "clients refuse the certificate's path"
        ) {
            $0.trust = .undecided("CN=Corp Issuing CA 2 is no authority")
            $0.problems = [.untrusted]
        },
        leaf(
            "weak key", ".?...W??-", .warning, "certificate-weak-key", "cert key is weak",
            "the certificate's key is weak"
        ) {
            $0.leaf.key = "RSA 1024"
            $0.problems = [.weakKey]
        },
        leaf(
            "weak signature", ".?...W??-", .warning, "certificate-weak-signature", "cert signature is weak",
            "the certificate's signature is weak"
        ) {
            $0.leaf.signatureAlgorithm = "sha1WithRSAEncryption"
            $0.problems = [.weakSignature]
        },
        leaf(
            "wrong usage", ".?...W??-", .warning, "certificate-wrong-usage", "cert is of wrong usage",
            "certificate is not meant for servers"
        ) {
            $0.leaf.usages = ["clientAuth"]
            $0.problems = [.wrongUsage]
        },
        leaf(
            "unreadable", ".?...!??-", .warning, "certificate-unreadable", "cert not readable",
            "part of the certificate is unreadable"
        ) {
            $0.problems = [.unreadable]
            $0.remarks = ["the subject alternative name cannot be read"]
        },
        ServerSample.healthy(name, address).changed("no certificate came", ".?...T??-", .warning) { sample in
            sample.snapshot?.certificate = failed(nil, .timedOut, 5_000_000)
        }.saying("certificate-failed", "no certificate seen", "no certificate seen"),
    ]

    private static let expectationScenarios: [ServerSample] = [
        ServerSample.selfSigned(name, address).changed("trust expected", ".?...!??-", .warning) { sample in
            sample.server.policy.expectsTrustedCertificate = true
        }.saying("certificate-untrusted", "cert not trusted", "not trusted, though that is expected"),
        ServerSample.selfSigned(name, address).changed("another certificate is pinned", ".?...V??-", .warning) {
            sample in
            sample.server.policy.pin = fingerprint("dead")
            sample.snapshot?.certificate?.facts?.problems = [.untrusted, .pinMismatch]
        }.saying("certificate-pin-mismatch", "not the pinned cert", "not the certificate that is pinned"),
        ServerSample.healthy(name, address).changed("NLA expected absent", ".?....!?-", .warning) { sample in
            sample.server.policy.expectedNLA = .absent
        }.saying("nla-unexpected", "NLA offered", "chose NLA, expected to be absent"),
        ServerSample.healthy(name, address).changed("only through a gateway", "--------?", .unknown) { sample in
            sample.server.path = .gateway
            sample.server.gateway = "rdgw-fra-1"
        }.saying("gateway-not-probed", "gateway not probed", "its gateway is not probed yet"),
        ServerSample.healthy(name, address).changed("direct and through a gateway", ".?....???", .ok) { sample in
            sample.server.path = .both
            sample.server.gateway = "rdgw-fra-1"
        },
    ]

    private static func answer(
        _ title: String, _ failure: LayerFailure, _ sign: String, _ rule: String, _ short: String, _ medium: String,
        banner: String? = nil
    ) -> ServerSample {
        let sample = ServerSample.failure(
            title, name, address, .x224, failure, signs: ".?.\(sign):::?-", rule: rule, short: short, medium: medium)
        guard case .notRDP(let found) = failure else { return sample }
        return sample.changed(title, sample.signs, .down) { sample in
            sample.snapshot?.x224?.facts = NegotiationFacts(
                requested: .modern, answer: .foreign(found), firstBytes: Array((banner ?? "\u{15}\u{3}\u{1}").utf8),
                banner: banner)
        }
    }

    private static func standard(_ title: String, _ facts: NegotiationFacts) -> ServerSample {
        ServerSample.healthy(name, address).changed(title, ".?.!---?-", .warning) { sample in
            sample.snapshot?.x224 = seen(facts, 14_120)
            sample.snapshot?.tls = nil
            sample.snapshot?.certificate = nil
        }
    }

    private static func handshake(
        _ title: String, _ failure: LayerFailure, _ rule: String, _ short: String, _ medium: String, sign: String = "H"
    ) -> ServerSample {
        .failure(
            title, name, address, .tls, failure, signs: ".?..\(sign)::?-", rule: rule, short: short, medium: medium)
    }

    private static func leaf(
        _ title: String, _ signs: String, _ state: ServerState, _ rule: String, _ short: String, _ medium: String,
        _ change: (inout CertificateFacts) -> Void
    ) -> ServerSample {
        var facts = corporateCertificate(for: name)
        change(&facts)
        return .certificate(
            title, name, address, facts, state: state, signs: signs, rule: rule, short: short, medium: medium)
    }

    private static func selfSigned(
        _ title: String, _ subject: String, asked: String, _ signs: String, _ state: ServerState
    ) -> ServerSample {
        var facts = windowsCertificate(for: subject)
        facts.askedName = asked
        facts.nameMatch = .none
        facts.problems = [.nameMismatch, .untrusted]
        return .certificate(title, name, address, facts, state: state, signs: signs, rule: nil, short: "", medium: "")
    }
}

extension ServerSample {
    /// The same sample with a change, and what its cells and state are then.
    package func changed(
        _ title: String, _ signs: String, _ state: ServerState, _ change: (inout ServerSample) -> Void
    ) -> ServerSample {
        var sample = self
        change(&sample)
        sample.title = title
        sample.signs = signs
        sample.state = state
        return sample
    }

    /// The same sample with another headline.
    package func saying(_ rule: String, _ short: String, _ medium: String) -> ServerSample {
        var sample = self
        sample.rule = rule
        sample.short = short
        sample.medium = medium
        return sample
    }
}
