import FleetModel

/// What is looked at beside the regular connection, or at a pace of its own.
extension JSONReport {
    /// An observation: when and how it ended, with its facts; a layer that was only tried has no facts.
    func observed<Facts>(
        _ observation: Observation<Facts>, _ facts: (Facts) -> [String: JSONValue?]
    ) -> JSONValue {
        var members = observation.facts.map(facts) ?? [:]
        members["ms"] = .number(observation.microseconds.asMilliseconds)
        members["at"] = .text(observation.at.iso8601)
        members["letter"] = observation.failure?.letter.map { .text($0.rawValue) }
        members["failure"] = observation.failure.map { .text(clean($0.words)) }
        return .object(members)
    }

    func ping(_ facts: PingFacts) -> [String: JSONValue?] {
        [
            "target": .text(facts.target.description), "method": .text(facts.method.word),
            "sent": .integer(Int64(facts.sent)), "received": .integer(Int64(facts.received)),
            "loss_percent": .optional(facts.lossPercent.map(Int64.init)), "last_us": .optional(facts.last),
            "min_us": .optional(facts.shortest), "mean_us": .optional(facts.mean), "max_us": .optional(facts.longest),
            "jitter_us": .optional(facts.jitter),
        ]
    }

    func security(_ facts: NLAFacts, _ requirement: NLARequirement?) -> [String: JSONValue?] {
        var members: [String: JSONValue?] = [
            "answer": .text(facts.answer.word),
            "credssp_version": .optional(facts.credSSPVersion.map(Int64.init)), "target": text(facts.targetName),
            "computer": text(facts.computerName), "domain": text(facts.domainName),
            "dns_computer": text(facts.dnsComputerName), "dns_domain": text(facts.dnsDomainName),
            "forest": text(facts.forest), "domain_member": facts.isDomainMember.map(JSONValue.bool),
            "build": text(facts.build?.description), "product": text(facts.product),
            "server_clock": text(facts.serverClock?.iso8601),
            "clock_skew_ms": .optional(facts.clockSkew?.milliseconds), "round_trip_us": .optional(facts.roundTrip),
            "requirement": text(requirement?.rawValue),
        ]
        if case .errorCode(let status) = facts.answer {
            members["error_code"] = .text("0x" + hexadecimal(status, digits: 8))
        }
        return members
    }

    func datagrams(_ facts: UDPFacts) -> [String: JSONValue?] {
        [
            "peer": .text(facts.peer.description), "requested": .text(facts.requested.name),
            "answered": text(facts.answered?.name), "upstream_mtu": .optional(facts.upstreamMTU.map(Int64.init)),
            "downstream_mtu": .optional(facts.downstreamMTU.map(Int64.init)),
            "datagrams": .integer(Int64(facts.datagrams)),
        ]
    }

    func variant(_ attempt: VariantAttempt) -> JSONValue {
        let variant = attempt.variant
        return .object([
            "requested": .list(variant.requested.names.map(JSONValue.text)), "cookie": .bool(variant.sendsCookie),
            "offer": .optional(variant.offer?.word), "server_name": .bool(variant.sendsServerName),
            "family": .optional(variant.family?.rawValue), "reason": .optional(attempt.reason.map { clean($0.words) }),
            "reason_layer": .optional(attempt.reasonLayer?.rawValue), "reached": .text(attempt.reached.rawValue),
            "failure": .optional(attempt.failure.map { clean($0.words) }),
            "letter": attempt.failure?.letter.map { .text($0.rawValue) },
            "x224": attempt.negotiation.map { .object(negotiation($0)) }, "tls": attempt.tls.map(handshake),
            "ms": .number(attempt.microseconds.asMilliseconds), "at": .text(attempt.at.iso8601),
        ])
    }

    /// A text that may be missing, cleaned.
    func text(_ text: String?) -> JSONValue? { text.map { .text(clean($0)) } }
}

extension PingFacts.Method {
    /// The kind of socket, for programs.
    fileprivate var word: String {
        switch self {
        case .datagramSocket: "datagram socket"
        case .rawSocket: "raw socket"
        }
    }
}

extension NLAFacts.Answer {
    /// What came back, for programs.
    fileprivate var word: String {
        switch self {
        case .challenge: "challenge"
        case .errorCode: "error code"
        case .otherToken: "other token"
        case .malformed: "malformed"
        case .nothing: "nothing"
        }
    }
}

extension HandshakeVariant.Offer {
    /// What is offered, for programs.
    fileprivate var word: String {
        switch self {
        case .modern: "modern"
        case .tls12: "tls 1.2"
        case .tls12Legacy: "tls 1.2 legacy"
        case .tls10: "tls 1.0"
        case .obsolete: "obsolete"
        }
    }
}
