package import FleetModel

extension TraceLines {
    /// What a layer showed, decoded, in a line or a few; none for what was not seen.
    ///
    /// - Parameters:
    ///   - layer: Which one; of a gateway, see ``gateway(_:)``.
    ///   - snapshot: The probe.
    ///   - certificateLeft: How long the certificate is valid; nil leaves that out.
    /// - Returns: The lines, the layer's name in front of the first.
    package static func facts(
        of layer: Layer, in snapshot: ServerSnapshot, certificateLeft: Span? = nil
    ) -> [String] {
        switch layer {
        case .dns: (snapshot.dns?.facts.map(names) ?? []) + byName(snapshot.nameCheck)
        case .ping: ping(snapshot.ping)
        case .tcp: snapshot.tcp?.facts.map(addresses) ?? []
        case .x224: labelled("X.224", [snapshot.x224.flatMap(negotiation)].compactMap { $0 })
        case .tls: snapshot.tls.map(handshake) ?? []
        case .certificate: snapshot.certificate?.facts.map { certificate($0, certificateLeft) } ?? []
        case .nla: security(snapshot)
        case .udp: datagrams(snapshot.udp)
        case .gateway: []
        }
    }

    static func names(_ facts: DNSFacts) -> [String] {
        let found = facts.addresses.map(\.description).joined(separator: ", ")
        let ttl = [facts.ipv4?.ttl, facts.ipv6?.ttl].compactMap { $0 }.min().map { ", TTL \($0) s" } ?? ""
        return labelled("DNS", ["\(facts.name): \(found.isEmpty ? "no address" : found)\(ttl)"])
    }

    /// What the name leads to where the address was given.
    private static func byName(_ check: Observation<DNSFacts>?) -> [String] {
        guard let check else { return [] }
        guard let failure = check.failure else { return check.facts.map(names) ?? [] }
        return labelled("DNS", ["by name: \(failure.words)"])
    }

    private static func ping(_ observation: Observation<PingFacts>?) -> [String] {
        guard let observation else { return [] }
        guard let facts = observation.facts, let loss = facts.lossPercent else {
            return labelled("ping", [observation.failure?.words].compactMap { $0 })
        }
        var words = "\(facts.target): \(facts.received) of \(facts.sent) answered, \(loss) % lost"
        if let last = facts.last { words += ", the last after \(last.asMilliseconds) ms" }
        return labelled("ping", [words])
    }

    static func addresses(_ facts: TCPFacts) -> [String] {
        labelled(
            "TCP",
            facts.attempts.map { attempt in
                let result = attempt.failure?.words ?? "connected"
                return "\(attempt.peer): \(result) after \(attempt.microseconds.asMilliseconds) ms"
            })
    }

    private static func negotiation(_ observation: Observation<NegotiationFacts>) -> String? {
        guard let facts = observation.facts else { return nil }
        let answer =
            switch facts.answer {
            case .selected(let chosen, let flags):
                "chose \(chosen.names.joined(separator: ", ")), flags 0x\(hexadecimal(flags, digits: 2))"
            case .refused(let code): "refused with code \(code) (\(NegotiationFailureName.symbol(of: code)))"
            case .withoutNegotiation: "confirmed without negotiation data"
            case .foreign(let found): "answered by \(found.words)"
            case .malformed: observation.failure == .timedOut ? "answer not finished" : "answer not understood"
            case .nothing: "no answer"
            }
        return "asked for \(facts.requested.names.joined(separator: ", ")); \(answer)"
    }

    /// The version and the suite of the ServerHello, and the alert by its name.
    static func handshake(_ observation: Observation<TLSFacts>) -> [String] {
        guard let facts = observation.facts else { return [] }
        var lines: [String] = []
        if let version = facts.versionName {
            let chosen = [version, facts.cipherSuiteName].compactMap { $0 }.joined(separator: ", ")
            lines.append(observation.failure == nil ? chosen : chosen + "; handshake not finished")
        }
        if let alert = facts.alert { lines.append(alertWords(alert)) }
        return labelled("TLS", lines)
    }

    private static func alertWords(_ number: UInt8) -> String {
        let name = TLSAlertText.name(of: number) ?? "no name"
        return "alert \(number) (\(name))" + (TLSAlertText.meaning(of: number).map { ": \($0)" } ?? "")
    }

    static func certificate(_ facts: CertificateFacts, _ left: Span?) -> [String] {
        let leaf = facts.leaf
        let issuer = leaf.isSelfSigned ? "itself" : CleanText.clean(leaf.issuer, limit: 120)
        var parts = ["\(CleanText.clean(leaf.subject, limit: 120)), issued by \(issuer)"]
        if let left {
            parts.append(left < .zero ? "ended \((.zero - left).spoken) ago" : "ends in \(left.spoken)")
        }
        let dates = [leaf.notBefore?.iso8601, leaf.notAfter?.iso8601].map { $0 ?? "not known" }
        return labelled(
            "cert",
            [(parts + [facts.trust.word]).joined(separator: "; "), "valid \(dates[0]) to \(dates[1]), \(leaf.key)"])
    }

    private static func security(_ snapshot: ServerSnapshot) -> [String] {
        var lines: [String] = []
        if let facts = snapshot.nla?.facts {
            let names = [facts.computerName, facts.dnsComputerName].compactMap { $0 }
            let domains = [facts.domainName, facts.dnsDomainName].compactMap { $0 }
            let build = facts.build.map { "build \($0), \(WindowsReleases.productName(of: $0))" }
            lines.append("answered with \(facts.answer.words)")
            lines += [
                names.isEmpty ? nil : "computer \(names.joined(separator: ", "))",
                domains.isEmpty ? nil : "domain \(domains.joined(separator: ", "))", build,
                facts.clockWords.map { "clock \($0)" }, facts.credSSPWords.map { "CredSSP \($0)" },
            ].compactMap { $0 }
        } else if let failure = snapshot.nla?.failure {
            lines.append(failure.words)
        }
        if let requirement = snapshot.nlaRequirement { lines.append(requirement.words) }
        return labelled("NLA", lines)
    }

    private static func datagrams(_ observation: Observation<UDPFacts>?) -> [String] {
        guard let observation else { return [] }
        guard let facts = observation.facts else {
            return labelled("UDP", [observation.failure?.words].compactMap { $0 })
        }
        return labelled("UDP", ["\(facts.peer): \(observation.failure?.words ?? facts.words)"])
    }
}
