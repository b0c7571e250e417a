import FleetModel

extension JSONReport {
    /// One RD Gateway with everything that was seen of it.
    func gateway(_ status: GatewayStatus, at now: Instant) -> JSONValue { .object(members(of: status, at: now)) }

    func members(of status: GatewayStatus, at now: Instant) -> [String: JSONValue?] {
        let (judgement, snapshot) = (status.judgement, status.snapshot)
        var members = inventory(status.gateway)
        members["state"] = .text(judgement.state.rawValue)
        members["since"] = .optional(status.since?.iso8601)
        members["previous_state"] = .optional(status.previous?.rawValue)
        members["probed_at"] = .optional(snapshot?.ended.iso8601)
        members["failures_in_a_row"] = .optional(snapshot.map { Int64($0.consecutiveFailures) })
        members["address"] = .optional(snapshot?.lastAddress)
        members["cells"] = cells(judgement) { snapshot?.outcome(of: $0) }
        members["layers"] = layers(snapshot)
        members["findings"] = .list(judgement.findings.map(finding))
        members["certificate"] = certificate(snapshot?.certificate, judgement, at: now)
        members["since_start"] = sinceStart(
            snapshot?.sinceStart, probes: snapshot?.probes, snapshot?.certificatesSinceStart)
        members["earlier_issuer"] = text(snapshot?.earlierIssuer)
        members["transport"] = snapshot?.transport.map { observed($0, answer) }
        members["web_socket"] = snapshot?.webSocket.map { observed($0, answer) }
        members["rpc"] = snapshot?.rpc.map { observed($0, answer) }
        members["dtls"] = snapshot?.dtls.map { observed($0, exchange) }
        return members
    }

    private func inventory(_ gateway: Gateway) -> [String: JSONValue?] {
        [
            "id": .text(clean(gateway.id)), "name": .text(clean(gateway.name)), "host": .text(clean(gateway.host)),
            "port": .integer(Int64(gateway.port)), "udp_port": .optional(gateway.datagramPort.map(Int64.init)),
        ]
    }

    /// The layers that a gateway has in common with a server.
    private func layers(_ snapshot: GatewaySnapshot?) -> JSONValue {
        .object([
            "dns": snapshot?.dns?.facts.map(dns), "tcp": snapshot?.tcp?.facts.map(tcp),
            "tls": snapshot?.tls?.facts.map(handshake),
        ])
    }

    private func answer(_ facts: HTTPFacts) -> [String: JSONValue?] {
        [
            "status": .optional(facts.status.map(Int64.init)), "version": text(facts.version),
            "schemes": .list(facts.schemes.map { .text(clean($0)) }), "server": text(facts.server),
            "location": text(facts.location), "proxy_headers": .list(facts.proxyHeaders.map { .text(clean($0)) }),
            "framing": text(facts.framing?.word), "content_length": facts.framing?.length.map(JSONValue.integer),
            "body": text(facts.body),
            "clock_skew_ms": .optional(facts.clockSkew?.milliseconds),
            "retry_after_s": .optional(facts.retryAfter.map { $0.milliseconds / 1000 }),
            "bytes": .integer(Int64(facts.bytesReceived)),
        ]
    }

    private func exchange(_ facts: DTLSFacts) -> [String: JSONValue?] {
        [
            "peer": .text(facts.peer.description), "version": text(facts.versionName),
            "suite": text(facts.cipherSuiteName), "verified_address": .bool(facts.verifiedAddress),
            "alert": facts.alert.map { .integer(Int64($0)) }, "certificate": facts.certificate.map(description),
            "datagrams": .integer(Int64(facts.datagrams)),
        ]
    }
}

extension HTTPFacts.Framing {
    /// How the body's length is told, for programs.
    fileprivate var word: String {
        switch self {
        case .length: "length"
        case .chunked: "chunked"
        case .untilClose: "until close"
        }
    }

    /// The length that was told.
    fileprivate var length: Int64? {
        switch self {
        case .length(let bytes): Int64(clamping: bytes)
        case .chunked, .untilClose: nil
        }
    }
}
