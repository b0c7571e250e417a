import FleetModel

extension JSONReport {
    /// What was seen, layer by layer; layers that were not tried are left out.
    func layers(_ snapshot: ServerSnapshot?) -> JSONValue {
        guard let snapshot else { return .object([:]) }
        return .object([
            "dns": snapshot.dns?.facts.map(dns), "tcp": snapshot.tcp?.facts.map(tcp),
            "ping": snapshot.ping.map { observed($0, ping) },
            "x224": snapshot.x224?.facts.map { .object(negotiation($0)) },
            "tls": snapshot.tls?.facts.map(handshake),
            "nla": snapshot.nla.map { observed($0) { security($0, snapshot.nlaRequirement) } },
            "udp": snapshot.udp.map { observed($0, datagrams) },
            "companion": snapshot.companion.map { observed($0, negotiation) },
            "name_check": snapshot.nameCheck.map { observed($0, name) },
            "last_address_check": snapshot.lastAddressCheck.map { observed($0, address) },
        ])
    }

    func dns(_ facts: DNSFacts) -> JSONValue {
        .object([
            "name": .text(clean(facts.name)), "source": .text(facts.source.rawValue),
            "addresses": .list(facts.addresses.map { .text($0.description) }), "a": facts.ipv4.map(answer),
            "aaaa": facts.ipv6.map(answer), "expires": facts.expires.map { .text($0.iso8601) },
        ])
    }

    private func name(_ facts: DNSFacts) -> [String: JSONValue?] {
        [
            "name": .text(clean(facts.name)), "source": .text(facts.source.rawValue),
            "addresses": .list(facts.addresses.map { .text($0.description) }),
        ]
    }

    private func address(_ facts: TCPFacts) -> [String: JSONValue?] {
        ["peer": facts.attempts.last.map { .text($0.peer.description) }]
    }

    private func answer(_ answer: DNSAnswer) -> JSONValue {
        .object([
            "code": .optional(answer.responseCode.map(Int64.init)), "ms": .number(answer.microseconds.asMilliseconds),
            "addresses": .list(answer.addresses.map { .text($0.description) }),
            "aliases": .list(answer.aliases.map { .text(clean($0)) }), "ttl": answer.ttl.map { .integer(Int64($0)) },
        ])
    }

    func tcp(_ facts: TCPFacts) -> JSONValue {
        let attempts = facts.attempts.map { attempt in
            JSONValue.object([
                "peer": .text(attempt.peer.description), "connected": .bool(attempt.failure == nil),
                "letter": attempt.failure?.letter.map { .text($0.rawValue) },
                "ms": .number(attempt.microseconds.asMilliseconds),
            ])
        }
        return .object([
            "attempts": .list(attempts), "local": facts.local.map { .text($0.description) },
            "peer": facts.peer.map { .text($0.description) }, "link": facts.link.map(link),
        ])
    }

    private func link(_ link: LocalLink) -> JSONValue {
        .object([
            "interface": .text(clean(link.interface)), "kind": .text(link.kind.rawValue),
            "subnet": link.subnet.map { .text($0.description) },
        ])
    }

    func negotiation(_ facts: NegotiationFacts) -> [String: JSONValue?] {
        var members: [String: JSONValue?] = [
            "requested": .list(facts.requested.names.map(JSONValue.text)),
            "source_reference": facts.sourceReference.map { .integer(Int64($0)) },
            "first_bytes": .text(hexadecimal(facts.firstBytes)),
            "banner": facts.banner.map { .text(clean($0)) },
        ]
        switch facts.answer {
        case .selected(let chosen, let flags):
            members["answer"] = .text("selected")
            members["selected"] = .list(chosen.names.map(JSONValue.text))
            members["flags"] = .integer(Int64(flags))
        case .refused(let code):
            members["answer"] = .text("refused")
            members["code"] = .integer(Int64(code))
            members["symbol"] = .text(NegotiationFailureName.symbol(of: code))
        case .withoutNegotiation: members["answer"] = .text("without negotiation")
        case .foreign(let found):
            members["answer"] = .text("foreign")
            members["protocol"] = .text(found.rawValue)
        case .malformed: members["answer"] = .text("malformed")
        case .nothing: members["answer"] = .text("nothing")
        }
        return members
    }

    func handshake(_ facts: TLSFacts) -> JSONValue {
        .object([
            "version": facts.versionName.map(JSONValue.text), "suite": facts.cipherSuiteName.map { .text(clean($0)) },
            "suite_number": facts.cipherSuite.map { .integer(Int64($0)) },
            "alert": facts.alert.map { .integer(Int64($0)) },
            "closed_first": facts.closedFirst.map { .text($0.rawValue) },
            "bytes_received": .integer(Int64(facts.bytesReceived)),
        ])
    }

    /// What the certificate says and what is wrong with it; null when none was seen.
    func certificate(
        _ observation: Observation<CertificateFacts>?, _ judgement: Judgement, at now: Instant
    ) -> JSONValue {
        guard let facts = observation?.facts else { return .null }
        return .object([
            "leaf": description(facts.leaf), "intermediates": .list(facts.intermediates.map(description)),
            "asked_name": .text(clean(facts.askedName)), "name_match": .text(facts.nameMatch.word),
            "trust": .text(facts.trust.word), "trust_detail": facts.trust.detail.map { .text(clean($0)) },
            "problems": .list(problems(facts, at: now).map(JSONValue.text)),
            "remarks": .list(facts.remarks.map { .text(clean($0)) }),
            "days_left": .optional(judgement.certificateLeft?.countdownDays),
        ])
    }

    /// The dates first, as the facts hold no judgement of them.
    private func problems(_ facts: CertificateFacts, at now: Instant) -> [String] {
        var problems: [CertificateProblem] = []
        if let notAfter = facts.leaf.notAfter, now > notAfter { problems.append(.expired) }
        if let notBefore = facts.leaf.notBefore, now < notBefore { problems.append(.notYetValid) }
        return (problems + facts.problems.filter { !problems.contains($0) }).map(\.word)
    }

    func description(_ certificate: CertificateDescription) -> JSONValue {
        .object([
            "subject": .text(clean(certificate.subject)), "issuer": .text(clean(certificate.issuer)),
            "serial": .text(clean(certificate.serial)), "not_before": .optional(certificate.notBefore?.iso8601),
            "not_after": .optional(certificate.notAfter?.iso8601),
            "dns_names": .list(certificate.dnsNames.map { .text(clean($0)) }),
            "addresses": .list(certificate.addresses.map { .text($0.description) }),
            "key": .text(clean(certificate.key)), "signature": .text(clean(certificate.signatureAlgorithm)),
            "usages": .list(certificate.usages.map { .text(clean($0)) }),
            "self_signed": .bool(certificate.isSelfSigned), "sha256": .text(clean(certificate.sha256)),
            "key_sha256": certificate.keySHA256.isEmpty ? .null : .text(clean(certificate.keySHA256)),
        ])
    }
}

extension NameMatch {
    /// How the name fits, for programs.
    fileprivate var word: String {
        switch self {
        case .alternativeName: "alternative name"
        case .commonName: "common name"
        case .shortName: "short name"
        case .none: "none"
        }
    }
}

extension TrustPath {
    /// Where the path leads, for programs.
    var word: String { kind.word }

    /// The authority it leads to, the one that is missing, or why it is undecided.
    var detail: String? {
        switch self {
        case .trusted(let subjects): subjects.last
        case .selfSigned: nil
        case .unknownAuthority(let subject), .missingIntermediate(let subject): subject
        case .undecided(let reason): reason
        }
    }
}

extension CertificateProblem {
    /// The problem's name, for programs.
    var word: String {
        switch self {
        case .expired: "expired"
        case .notYetValid: "not yet valid"
        case .nameMismatch: "name mismatch"
        case .untrusted: "untrusted"
        case .incompleteChain: "incomplete chain"
        case .pinMismatch: "pin mismatch"
        case .weakKey: "weak key"
        case .weakSignature: "weak signature"
        case .wrongUsage: "wrong usage"
        case .unreadable: "unreadable"
        }
    }
}
