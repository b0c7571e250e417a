import FleetModel

extension Case {
    /// What was seen on the way to a layer and in it, one line each, in the order in which it was seen.
    func evidence(upTo last: Layer) -> [String] {
        var lines: [String] = []
        for layer in Layer.allCases where layer <= last && (last <= .tcp || layer >= .tcp) && layer.leads(to: last) {
            lines += evidence(of: layer)
        }
        lines += variantEvidence(explaining: last)
        guard let snapshot, snapshot.consecutiveFailures >= ServerSnapshot.confirmingFailures,
            snapshot.outcome(of: last)?.failure != nil
        else {
            return lines
        }
        return lines + ["\(snapshot.consecutiveFailures) probes in a row have failed"]
    }

    /// What was seen in one layer.
    func evidence(of layer: Layer) -> [String] {
        switch layer {
        case .dns: dnsEvidence
        case .tcp: tcpEvidence
        case .x224: x224Evidence
        case .tls: tlsEvidence
        case .certificate: certificateEvidence
        case .ping: pingEvidence
        case .nla: nlaEvidence
        case .udp: udpEvidence
        case .gateway: gatewayEvidence
        }
    }

    private var dnsEvidence: [String] {
        guard let dns = snapshot?.dns, dns.facts?.source != .literal else { return [] }
        var lines: [String] = []
        if let facts = dns.facts, !facts.addresses.isEmpty {
            let addresses = facts.addresses.prefix(6).map(\.description).joined(separator: ", ")
            lines.append("DNS: \(addresses) (\(facts.source.words))")
        }
        for (type, answer) in [("A", dns.facts?.ipv4), ("AAAA", dns.facts?.ipv6)] {
            guard let answer, dns.failure != nil else { continue }
            let code = answer.responseCode.map { "\(ResponseCodeText.name(of: $0)) after" } ?? "no answer within"
            lines.append("DNS \(type): \(code) \(elapsed(answer.microseconds))")
        }
        if lines.isEmpty, let failure = dns.failure {
            lines.append("DNS: \(failure.words) after \(elapsed(dns.microseconds))")
        }
        return lines
    }

    private var tcpEvidence: [String] {
        guard let tcp = snapshot?.tcp else { return [] }
        guard let attempts = tcp.facts?.attempts, !attempts.isEmpty else {
            return tcp.failure.map { ["TCP: \($0.words) after \(elapsed(tcp.microseconds))"] } ?? []
        }
        let lines = attempts.prefix(6).map { attempt in
            let time = elapsed(attempt.microseconds)
            guard let failure = attempt.failure else { return "TCP \(attempt.peer): connected after \(time)" }
            return "TCP \(attempt.peer): \(failure.words) \(failure == .timedOut ? "within" : "after") \(time)"
        }
        return lines + linkEvidence
    }

    /// Which way the packets went, where that may be why nothing came back.
    private var linkEvidence: [String] {
        guard snapshot?.tcp?.failure != nil, let link = snapshot?.tcp?.facts?.link else { return [] }
        return ["packets leave this machine through \(link.words)"]
    }

    private var x224Evidence: [String] {
        guard let observation = snapshot?.x224 else { return [] }
        let time = elapsed(observation.microseconds)
        guard let facts = observation.facts else {
            return observation.failure.map { ["X.224: \($0.words) after \(time)"] } ?? []
        }
        var lines = ["X.224: asked for \(facts.requested.names.joined(separator: ", "))"]
        switch facts.answer {
        case .selected(let chosen, let flags):
            let names = chosen.names.joined(separator: ", ")
            lines.append("X.224: \(names) chosen after \(time), flags 0x\(String(flags, radix: 16))")
        case .refused(let code):
            let symbol = NegotiationFailureName.symbol(of: code)
            lines.append("X.224: RDP_NEG_FAILURE \(code) (\(symbol)) after \(time)")
            lines.append("X.224: \(NegotiationFailureText.meaning(of: code))")
        case .withoutNegotiation: lines.append("X.224: confirmed after \(time), without negotiation data")
        case .foreign(let found): lines.append("X.224: answer after \(time) is \(found.words)")
        case .malformed where observation.failure == .timedOut:
            let count = facts.firstBytes.count
            let received = count < 64 ? counted(count, "byte") : "64 bytes or more"
            lines.append("X.224: the answer did not end within \(time), \(received) received")
        case .malformed: lines.append("X.224: answer after \(time) does not parse")
        case .nothing:
            guard let failure = observation.failure else { break }
            let word = failure == .timedOut ? "within" : "after"
            lines.append("X.224: \(failure.words) \(word) \(time), 0 bytes received")
        }
        guard observation.failure != nil, !facts.firstBytes.isEmpty else { return lines }
        if let banner = facts.banner {
            lines.append("answer begins: \(CleanText.clean(banner, limit: 100))")
        } else {
            lines.append("answer begins: \(leading(facts.firstBytes))")
        }
        return lines
    }

    private var tlsEvidence: [String] {
        guard let observation = snapshot?.tls else { return [] }
        let time = elapsed(observation.microseconds)
        guard let failure = observation.failure else {
            let parts = [observation.facts?.versionName, observation.facts?.cipherSuiteName].compactMap { $0 }
            return ["\(parts.isEmpty ? "TLS: passed" : parts.joined(separator: ", ")) after \(time)"]
        }
        var lines = ["TLS: \(failure.words) \(failure == .timedOut ? "within" : "after") \(time)"]
        guard let facts = observation.facts else { return lines }
        let hello = facts.versionName.map { "ServerHello chose \($0)" } ?? "no ServerHello"
        lines.append("TLS: \(hello), \(counted(facts.bytesReceived, "byte")) received")
        if let closer = facts.closedFirst {
            lines.append("TLS: \(closer == .server ? "the server" : "our side") ended the connection first")
        }
        return lines
    }

    /// Who the certificate is for, who signed it, and when it is valid.
    var certificateEvidence: [String] {
        guard let facts = certificate else {
            return failure(at: .certificate).map { ["certificate: \($0.words)"] } ?? []
        }
        let leaf = facts.leaf
        var lines = ["subject \(CleanText.clean(leaf.subject, limit: 120))"]
        if !leaf.isSelfSigned { lines.append("issuer \(CleanText.clean(leaf.issuer, limit: 120))") }
        if let notBefore = leaf.notBefore, let notAfter = leaf.notAfter {
            lines.append("valid \(notBefore.iso8601) to \(notAfter.iso8601)")
        }
        let names = leaf.dnsNames + leaf.addresses.map(\.description)
        if !names.isEmpty {
            let shown =
                names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", and \(names.count - 4) more" : "")
            lines.append("names \(CleanText.clean(shown, limit: 160))")
        }
        lines.append("sha-256 \(CleanText.clean(leaf.sha256, limit: 64))")
        return lines
    }
}

extension Layer {
    /// Whether what was seen in this layer belongs to the way to another: only ping and the certificate stand beside it.
    fileprivate func leads(to last: Layer) -> Bool {
        switch self {
        case .ping: last <= .tcp
        case .certificate: last == .certificate
        case .dns, .tcp, .x224, .tls, .nla, .udp, .gateway: true
        }
    }
}

extension DNSFacts.Source {
    /// Where addresses came from, in words.
    var words: String {
        switch self {
        case .literal: "given"
        case .hostsFile: "/etc/hosts"
        case .query: "asked now"
        case .cache: "earlier answer, within its TTL"
        case .stale: "earlier answer, past its TTL"
        }
    }
}
