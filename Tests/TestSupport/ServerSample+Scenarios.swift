package import FleetModel

extension ServerSample {
    /// Everything passes.
    package static func healthy(_ name: String, _ address: String) -> ServerSample {
        let server = SampleFleet.server(name)
        return ServerSample(
            title: "healthy", server: server, snapshot: SampleFleet.healthySnapshot(of: server, at: address),
            state: .ok, signs: ".?....??-", rule: nil, short: "", medium: "")
    }

    /// Not probed yet.
    package static func notProbed(_ name: String) -> ServerSample {
        ServerSample(
            title: "not probed", server: SampleFleet.server(name), snapshot: nil, state: .unknown,
            signs: "????????-", rule: nil, short: "", medium: "")
    }

    /// NXDOMAIN.
    package static func noSuchName(_ name: String) -> ServerSample {
        var sample = failure(
            "name does not exist", name, "10.0.0.1", .dns, .noSuchName, signs: "N:::::::-", rule: "dns-no-such-name",
            short: "DNS: no such name", medium: "DNS says the name does not exist")
        sample.snapshot?.dns?.facts = DNSFacts(
            name: name, addresses: [], source: .query, ipv4: DNSAnswer(responseCode: 3, microseconds: 1_400),
            ipv6: DNSAnswer(responseCode: 3, microseconds: 1_500))
        return sample
    }

    /// RST to the SYN.
    package static func tcpRefused(_ name: String, _ address: String) -> ServerSample {
        failure(
            "TCP refused", name, address, .tcp, .refused, signs: ".?R:::::-", rule: "tcp-refused",
            short: "TCP 3389 refused", medium: "TCP 3389 refused at once")
    }

    /// No answer to the SYN.
    package static func tcpTimeout(_ name: String, _ address: String) -> ServerSample {
        failure(
            "TCP filtered", name, address, .tcp, .timedOut, microseconds: 3_000_000, signs: ".?T:::::-",
            rule: "tcp-silent", short: "TCP 3389 no answer", medium: "no answer to TCP 3389 in 3.0 s")
    }

    /// A web server on the port.
    package static func notRDPHTTP(_ name: String, _ address: String) -> ServerSample {
        var sample = failure(
            "HTTP instead of RDP", name, address, .x224, .notRDP(.http), signs: ".?.P:::?-",
            rule: "x224-http", short: "HTTP, not RDP", medium: "not RDP: HTTP/1.1 400 Bad Request")
        sample.snapshot?.x224?.facts = NegotiationFacts(
            requested: .modern, answer: .foreign(.http), firstBytes: Array("HTTP/1.1 400 Bad Request\r\n".utf8),
            banner: "HTTP/1.1 400 Bad Request")
        return sample
    }

    /// The first bytes of a Connection Confirm, and no more.
    package static func unfinishedAnswer(_ name: String, _ address: String) -> ServerSample {
        var sample = failure(
            "answer unfinished", name, address, .x224, .timedOut, microseconds: 5_000_000, signs: ".?.T:::?-",
            rule: "x224-incomplete", short: "RDP answer unfinished", medium: "the RDP answer begins and never ends")
        sample.snapshot?.x224?.facts = NegotiationFacts(
            requested: .modern, answer: .malformed, firstBytes: [0x03, 0x00, 0x00, 0x13, 0x0E])
        return sample
    }

    /// RDP_NEG_FAILURE 2.
    package static func standardOnly(_ name: String, _ address: String) -> ServerSample {
        refused(
            "standard security only", name, address, code: 2, rule: "negotiation-tls-not-allowed",
            short: "only standard RDP", medium: "refuses TLS: standard security only")
    }

    /// Cut after the ClientHello, without an alert.
    package static func tlsCut(_ name: String, _ address: String) -> ServerSample {
        failure(
            "TLS cut at once", name, address, .tls, .reset, signs: ".?..R::?-", rule: "tls-cut",
            short: "cut after ClientHello", medium: "cut after ClientHello, no alert")
    }

    /// TLS 1.0.
    package static func oldTLS(_ name: String, _ address: String) -> ServerSample {
        var sample = healthy(name, address)
        sample.title = "TLS 1.0 negotiated"
        sample.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 44_200)
        return sample.warning(".?..!.??-", "tls-old-version", "TLS 1.0", "negotiates TLS 1.0, which is obsolete")
    }

    /// A certificate of the authority that ended.
    package static func certificateExpired(_ name: String, _ address: String) -> ServerSample {
        let facts = SampleFleet.corporateCertificate(for: name, left: .days(-2) - .hours(5))
        return certificate(
            "certificate expired", name, address, facts, state: .down, signs: ".?...E??-", rule: "certificate-expired",
            short: "cert expired 2d ago", medium: "certificate expired 2d ago")
    }

    /// A certificate of the authority with less left than the critical threshold.
    package static func certificateExpiringSoon(_ name: String, _ address: String) -> ServerSample {
        let facts = SampleFleet.corporateCertificate(for: name, left: .days(6) + .hours(2))
        return certificate(
            "certificate ends soon", name, address, facts, state: .warning, signs: ".?...!??-",
            rule: "certificate-ends-soon", short: "cert ends in 6d", medium: "certificate ends in 6d")
    }

    /// The certificate of Windows' own making, past its end.
    package static func renewalFailed(_ name: String, _ address: String) -> ServerSample {
        let facts = SampleFleet.windowsCertificate(for: name, left: .days(-11))
        return certificate(
            "renewal did not happen", name, address, facts, state: .down, signs: ".?...E??-",
            rule: "certificate-not-renewed", short: "cert not renewed", medium: "renewal did not happen, ended 11d ago")
    }

    /// The certificate of Windows' own making, in good health.
    package static func selfSigned(_ name: String, _ address: String) -> ServerSample {
        certificate(
            "self-signed", name, address, SampleFleet.windowsCertificate(for: name), state: .ok, signs: ".?....??-",
            rule: "certificate-self-signed", short: "cert self-signed", medium: "certificate is self-signed")
    }

    /// TLS without NLA where the fleet file requires NLA.
    package static func nlaNotOffered(_ name: String, _ address: String) -> ServerSample {
        var sample = healthy(name, address)
        sample.title = "NLA expected, not offered"
        sample.server.policy.expectedNLA = .required
        sample.snapshot?.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 14_120)
        return sample.warning(".?....!?-", "nla-not-offered", "NLA not offered", "chose TLS without NLA")
    }

    /// No descriptors left here.
    package static func ourFault(_ name: String, _ address: String) -> ServerSample {
        var sample = failure(
            "our fault", name, address, .tcp, .ourFault(.outOfResources), signs: ".???????-", rule: "our-fault",
            short: "cannot probe from here", medium: "no ports, files or memory left here")
        sample.state = .unknown
        return sample
    }

    /// A certificate whose texts try to steer the terminal, the ticket system and the reader.
    ///
    /// The engine cleans every text; this one stands for a text that got past it.
    package static func hostileCertificate(_ name: String, _ address: String) -> ServerSample {
        var facts = SampleFleet.corporateCertificate(for: name, left: .days(-1))
        let text = "CN=|a|b|<script>alert(1)</script>\n# `x`\u{1B}[31m\u{202E}evil\u{200B}\\"
        facts.leaf.subject = text
        facts.leaf.commonName = text
        facts.leaf.issuer = "CN=\"quoted\", O=[link](http://example.test)\r\nInjected: header\u{7}"
        facts.leaf.dnsNames = [text, "*.\u{9B}2J.example"]
        facts.remarks = ["an extension says \(text)"]
        facts.problems = [.nameMismatch, .weakKey]
        facts.nameMatch = .none
        return certificate(
            "hostile certificate", name, address, facts, state: .down, signs: ".?...E??-",
            rule: "certificate-expired", short: "cert expired 24h ago", medium: "certificate expired 24h ago")
    }

    /// A banner that tries the same.
    package static func hostileBanner(_ name: String, _ address: String) -> ServerSample {
        let banner =
            "HTTP/1.1 200 |<b>`rm -rf`\u{1B}]0;owned\u{7}\u{202E}\n| --- |" + String(repeating: "A", count: 300)
        var sample = failure(
            "hostile banner", name, address, .x224, .notRDP(.http), signs: ".?.P:::?-", rule: "x224-http",
            short: "HTTP, not RDP", medium: "not RDP: HTTP/1.1 200 |<b>`rm -rf`?]0~")
        sample.snapshot?.x224?.facts = NegotiationFacts(
            requested: .modern, answer: .foreign(.http), firstBytes: Array(banner.utf8.prefix(64)), banner: banner)
        return sample
    }
}

extension ServerSample {
    /// A server that is down since a few probes because of one layer.
    package static func failure(
        _ title: String, _ name: String, _ address: String, _ layer: Layer, _ failure: LayerFailure,
        microseconds: Int64 = 9_300, signs: String, rule: String, short: String, medium: String
    ) -> ServerSample {
        let server = SampleFleet.server(name)
        return ServerSample(
            title: title, server: server,
            snapshot: SampleFleet.failedSnapshot(
                of: server, at: address, layer: layer, failure, microseconds: microseconds),
            state: .down, signs: signs, rule: rule, short: short, medium: medium)
    }

    /// A server that refuses to negotiate.
    package static func refused(
        _ title: String, _ name: String, _ address: String, code: UInt32, rule: String, short: String, medium: String
    ) -> ServerSample {
        var sample = failure(
            title, name, address, .x224, .negotiationRefused(code), signs: ".?.P:::?-", rule: rule, short: short,
            medium: medium)
        sample.snapshot?.x224?.facts = SampleFleet.refusal(code)
        return sample
    }

    /// A healthy server but for its certificate.
    package static func certificate(
        _ title: String, _ name: String, _ address: String, _ facts: CertificateFacts, state: ServerState,
        signs: String, rule: String?, short: String, medium: String
    ) -> ServerSample {
        let server = SampleFleet.server(name)
        return ServerSample(
            title: title, server: server,
            snapshot: SampleFleet.healthySnapshot(of: server, at: address, certificate: facts), state: state,
            signs: signs, rule: rule, short: short, medium: medium)
    }

    /// The same server with a warning.
    package func warning(_ signs: String, _ rule: String, _ short: String, _ medium: String) -> ServerSample {
        var sample = self
        sample.state = .warning
        sample.signs = signs
        sample.rule = rule
        sample.short = short
        sample.medium = medium
        return sample
    }
}
