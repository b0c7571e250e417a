package import FleetModel

extension SampleFleet {
    /// A server of the inventory with its site and owner.
    package static func server(
        _ name: String, port: UInt16 = Server.defaultPort, path: AccessPath = .direct, gateway: String? = nil,
        policy: ProbePolicy = ProbePolicy()
    ) -> Server {
        Server(
            name: name, port: port, site: "Frankfurt", owner: "team-vdi", tags: ["prod", "rds"],
            runbook: "https://wiki.corp.example/rds", gateway: gateway, path: path, policy: policy)
    }

    /// The endpoint of an address in text.
    package static func endpoint(_ address: String, port: UInt16 = Server.defaultPort) -> SocketEndpoint {
        SocketEndpoint(address: ipAddress(address), port: port)
    }

    /// A probe in which everything went well.
    package static func healthySnapshot(
        of server: Server, at address: String, certificate: CertificateFacts? = nil
    ) -> ServerSnapshot {
        var snapshot = ServerSnapshot(server: server.id, began: probed - .milliseconds(96), ended: probed, probes: 7)
        snapshot.dns = seen(resolution(of: server.name, address), 1_210)
        snapshot.tcp = seen(connection(to: endpoint(address, port: server.port)), 11_840)
        snapshot.x224 = seen(confirm(.hybridEx), 14_120)
        snapshot.tls = seen(handshake(0x0304), 31_450)
        snapshot.certificate = seen(certificate ?? corporateCertificate(for: server.name), 930)
        return snapshot
    }

    /// The same up to a layer that failed: what comes after it was not tried.
    package static func failedSnapshot(
        of server: Server, at address: String, layer: Layer, _ failure: LayerFailure, microseconds: Int64 = 9_300,
        failures: Int = 4
    ) -> ServerSnapshot {
        var snapshot = healthySnapshot(of: server, at: address)
        snapshot.consecutiveFailures = failures
        if layer <= .tls { snapshot.certificate = nil }
        if layer <= .x224 { snapshot.tls = nil }
        if layer <= .tcp { snapshot.x224 = nil }
        if layer <= .dns { snapshot.tcp = nil }
        switch layer {
        case .dns: snapshot.dns = failed(nil, failure, microseconds)
        case .tcp:
            let peer = endpoint(address, port: server.port)
            let facts = TCPFacts(attempts: [.init(peer: peer, failure: failure, microseconds: microseconds)])
            snapshot.tcp = failed(facts, failure, microseconds)
        case .x224:
            snapshot.x224 = failed(NegotiationFacts(requested: .modern, answer: .nothing), failure, microseconds)
        case .tls: snapshot.tls = failed(brokenHandshake(failure), failure, microseconds)
        case .certificate: snapshot.certificate?.failure = failure
        case .ping, .nla, .udp, .gateway: break
        }
        return snapshot
    }

    /// What is seen of a handshake that failed like this: an alert is a record of seven bytes (RFC 8446, 5.1 and 6).
    private static func brokenHandshake(_ failure: LayerFailure) -> TLSFacts {
        if failure == .timedOut { return TLSFacts() }
        guard case .tlsAlert(let number) = failure else { return TLSFacts(closedFirst: .server) }
        return TLSFacts(alert: number, closedFirst: .server, bytesReceived: 7)
    }

    /// An observation of a layer that passed.
    package static func seen<Facts>(_ facts: Facts, _ microseconds: Int64) -> Observation<Facts> {
        Observation(facts: facts, microseconds: microseconds, at: probed)
    }

    /// An observation of a layer that failed.
    package static func failed<Facts>(
        _ facts: Facts?, _ failure: LayerFailure, _ microseconds: Int64
    ) -> Observation<Facts> {
        Observation(facts: facts, failure: failure, microseconds: microseconds, at: probed)
    }

    /// The answer to an A query.
    package static func resolution(of name: String, _ address: String) -> DNSFacts {
        guard IPAddress(name) == nil else {
            return DNSFacts(name: name, addresses: [ipAddress(name)], source: .literal)
        }
        return DNSFacts(
            name: name, addresses: [ipAddress(address)], source: .query,
            ipv4: DNSAnswer(responseCode: 0, addresses: [ipAddress(address)], ttl: 300, microseconds: 1_190),
            ipv6: DNSAnswer(responseCode: 0, microseconds: 1_200), expires: probed + .seconds(300))
    }

    /// One attempt, which connected.
    package static func connection(to peer: SocketEndpoint) -> TCPFacts {
        TCPFacts(
            attempts: [.init(peer: peer, failure: nil, microseconds: 11_840)], local: endpoint("10.1.1.9", port: 51_344)
        )
    }

    /// A Connection Confirm that selects a protocol; the bytes are those of MS-RDPBCGR 2.2.1.2.
    package static func confirm(_ chosen: SecurityProtocols) -> NegotiationFacts {
        NegotiationFacts(
            requested: .modern, answer: .selected(chosen, flags: 0x1F), sourceReference: 0x1234,
            firstBytes: [
                0x03, 0x00, 0x00, 0x13, 0x0E, 0xD0, 0x00, 0x00, 0x12, 0x34, 0x00, 0x02, 0x1F, 0x08, 0x00,
                UInt8(truncatingIfNeeded: chosen.rawValue), 0x00, 0x00, 0x00,
            ])
    }

    /// A Connection Confirm that refuses with a code (MS-RDPBCGR 2.2.1.2.2).
    package static func refusal(_ code: UInt32) -> NegotiationFacts {
        NegotiationFacts(
            requested: .modern, answer: .refused(code: code), sourceReference: 0x1234,
            firstBytes: [
                0x03, 0x00, 0x00, 0x13, 0x0E, 0xD0, 0x00, 0x00, 0x12, 0x34, 0x00, 0x03, 0x00, 0x08, 0x00,
                UInt8(truncatingIfNeeded: code), 0x00, 0x00, 0x00,
            ])
    }

    /// A handshake that went well.
    package static func handshake(_ version: UInt16) -> TLSFacts {
        let isNewest = version == 0x0304
        return TLSFacts(
            version: version, cipherSuite: isNewest ? 0x1302 : 0xC014,
            cipherSuiteName: isNewest ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
            bytesReceived: 2_314)
    }

    /// A certificate of the corporate authority with so much life left, seen from `now`.
    package static func corporateCertificate(for name: String, left: Span = .days(88)) -> CertificateFacts {
        let leaf = CertificateDescription(
            subject: "CN=\(name)", commonName: name, issuer: "CN=Corp Issuing CA 2", serial: "5f0000a1b2c3",
            notBefore: now + left - .days(365), notAfter: now + left, dnsNames: [name], key: "RSA 2048",
            signatureAlgorithm: "sha256WithRSAEncryption", usages: ["serverAuth"], sha256: fingerprint("9f31"))
        let authority = CertificateDescription(
            subject: "CN=Corp Issuing CA 2", commonName: "Corp Issuing CA 2", issuer: "CN=Corp Root",
            serial: "02", notBefore: now - .days(900), notAfter: now + .days(2_700), key: "RSA 4096",
            signatureAlgorithm: "sha256WithRSAEncryption", sha256: fingerprint("c2c2"))
        return CertificateFacts(
            leaf: leaf, intermediates: [authority], askedName: name, nameMatch: .alternativeName(name),
            trust: .trusted(["CN=\(name)", "CN=Corp Issuing CA 2", "CN=Corp Root"]))
    }

    /// The certificate that Windows makes for itself: common name only, a life of 183 days.
    package static func windowsCertificate(for name: String, left: Span = .days(121)) -> CertificateFacts {
        let leaf = CertificateDescription(
            subject: "CN=\(name)", commonName: name, issuer: "CN=\(name)", serial: "1a2b3c4d",
            notBefore: now + left - .days(183), notAfter: now + left, key: "RSA 2048",
            signatureAlgorithm: "sha256WithRSAEncryption", usages: ["serverAuth"], isSelfSigned: true,
            sha256: fingerprint("77aa"))
        return CertificateFacts(
            leaf: leaf, askedName: name, nameMatch: .commonName(name), trust: .selfSigned, problems: [.untrusted])
    }

    /// 64 hexadecimal digits that begin with `start`.
    package static func fingerprint(_ start: String) -> String {
        start + String(repeating: "0123456789abcdef", count: 4).dropFirst(start.count)
    }

    /// An address in text, which must be one.
    package static func ipAddress(_ text: String) -> IPAddress {
        guard let address = IPAddress(text) else { preconditionFailure("not an address: \(text)") }
        return address
    }
}
