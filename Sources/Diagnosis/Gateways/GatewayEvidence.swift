import FleetModel

extension GatewayCase {
    /// What was seen on the way to the HTTP transport and in it, one line each.
    var transportEvidence: [String] {
        let way = climb.evidence(of: .tcp) + climb.evidence(of: .tls)
        return way + httpEvidence(snapshot?.transport, "RDG_OUT_DATA") + failureCount
    }

    /// What was seen of the transport over WebSocket.
    var webSocketEvidence: [String] {
        httpEvidence(snapshot?.transport, "RDG_OUT_DATA") + httpEvidence(snapshot?.webSocket, "WebSocket")
    }

    /// What was seen of the transport for old clients.
    var rpcEvidence: [String] {
        httpEvidence(snapshot?.transport, "RDG_OUT_DATA") + httpEvidence(snapshot?.rpc, "RPC_OUT_DATA")
    }

    /// What was seen on the DTLS port.
    var dtlsEvidence: [String] {
        guard let dtls = snapshot?.dtls else { return [] }
        let time = elapsed(dtls.microseconds)
        var lines: [String] = []
        if let facts = dtls.facts {
            let count = counted(facts.datagrams, "datagram")
            lines.append("DTLS \(facts.peer): \(count) sent")
            let chosen = [facts.versionName, facts.cipherSuiteName].compactMap { $0 }
            if !chosen.isEmpty { lines.append("DTLS: \(chosen.joined(separator: ", ")) after \(time)") }
            if facts.verifiedAddress { lines.append("DTLS: the server asked for its cookie back") }
            if let alert = facts.alert {
                lines.append("DTLS: alert \(alert) (\(TLSAlertText.name(of: alert) ?? "no name"))")
            }
            if let certificate = facts.certificate { lines += certificate.evidence("DTLS") }
        }
        guard let failure = dtls.failure else { return lines }
        return lines + ["DTLS: \(failure.words) \(failure == .timedOut ? "within" : "after") \(time)"]
    }

    /// Whether the transport for old clients answers, in one line, where that is what they may fall back to.
    var rpcLine: [String] {
        Array(httpEvidence(snapshot?.rpc, "RPC_OUT_DATA").prefix(1))
    }

    /// `4 probes in a row have failed`, once that is confirmed.
    private var failureCount: [String] {
        guard let snapshot, transportFailure != nil,
            snapshot.consecutiveFailures >= ServerSnapshot.confirmingFailures
        else { return [] }
        return ["\(snapshot.consecutiveFailures) probes in a row have failed"]
    }

    private func httpEvidence(_ observation: Observation<HTTPFacts>?, _ request: String) -> [String] {
        guard let observation else { return [] }
        let time = elapsed(observation.microseconds)
        guard let facts = observation.facts, let status = facts.status else {
            let words = observation.failure?.words ?? "no answer"
            return ["\(request): \(words) \(observation.failure == .timedOut ? "within" : "after") \(time)"]
        }
        var line = "\(request): HTTP \(status) after \(time)"
        if let server = facts.server { line += ", Server: \(CleanText.clean(server, limit: 60))" }
        var lines = [line]
        if !facts.schemes.isEmpty {
            lines.append("\(request): asks for \(CleanText.clean(facts.schemes.joined(separator: ", "), limit: 80))")
        }
        if let location = facts.location { lines.append("Location: \(CleanText.clean(location, limit: 100))") }
        lines += facts.proxyHeaders.prefix(2).map { CleanText.clean($0, limit: 100) }
        if let wait = facts.retryAfter { lines.append("Retry-After: \(wait.spoken)") }
        if observation.failure == nil, facts.framing == .untilClose {
            // RFC 9112, 6.3, and MS-TSGU 3.3.5.1: so that proxies forward at once.
            lines.append("the answer has no Content-Length, which is by design at a gateway and no fault")
        }
        if observation.failure != nil, let body = facts.body, !body.isEmpty {
            lines.append("body begins: \(CleanText.clean(body, limit: 100))")
        }
        return lines
    }
}

extension CertificateDescription {
    /// Who it is for, who signed it and until when, one line each, after the name of the port.
    func evidence(_ port: String) -> [String] {
        var lines = ["\(port): subject \(CleanText.clean(subject, limit: 100))"]
        if let notAfter { lines.append("\(port): valid to \(notAfter.iso8601)") }
        lines.append("\(port): sha-256 \(CleanText.clean(sha256, limit: 64))")
        return lines
    }
}
