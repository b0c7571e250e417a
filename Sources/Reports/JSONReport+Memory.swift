import FleetModel

extension JSONReport {
    /// What is remembered since the program was started, of probes and of certificates; null before the first probe.
    func sinceStart(_ memory: SinceStart?, probes: Int?, _ certificates: [CertificateSighting]?) -> JSONValue {
        guard let memory, let probes else { return .null }
        return .object([
            "from": .text(memory.began.iso8601), "probes": .integer(Int64(probes)),
            "last_outcomes": .text(memory.outcomes.signs),
            "last_failures": .list(memory.outcomes.failures.map(failure)),
            "certificates": .list((certificates ?? []).map(sighting)),
            "certificate_changes": .list(
                memory.certificates.changes.map { change in
                    .object(["at": .text(change.at.iso8601), "returned": .bool(change.isReturn)])
                }),
        ])
    }

    private func failure(_ failure: RecentOutcomes.Failure) -> JSONValue {
        .object([
            "layer": .text(failure.layer.rawValue), "ended": .text(failure.manner.word),
            "probes": .integer(Int64(failure.count)),
        ])
    }

    private func sighting(_ sighting: CertificateSighting) -> JSONValue {
        .object([
            "sha256": .text(clean(sighting.sha256)),
            "key_sha256": sighting.keySHA256.isEmpty ? .null : .text(clean(sighting.keySHA256)),
            "issuer": .text(clean(sighting.issuer)), "self_signed": .bool(sighting.isSelfSigned),
            "trust": .text(sighting.trust.word), "not_before": .optional(sighting.notBefore?.iso8601),
            "not_after": .optional(sighting.notAfter?.iso8601), "first_seen": .text(sighting.firstSeen.iso8601),
            "last_seen": .text(sighting.lastSeen.iso8601), "seen": .integer(Int64(sighting.times)),
            "address": .optional(sighting.address?.description),
        ])
    }
}

extension ProbeOutcome.Manner {
    /// The manner, for programs.
    fileprivate var word: String {
        switch self {
        case .timedOut: "no answer"
        case .refused: "refused"
        case .unreachable: "unreachable"
        case .reset: "reset"
        case .closed: "closed"
        case .other: "failed"
        }
    }
}

extension TrustPath.Kind {
    /// Where the path leads, for programs.
    var word: String {
        switch self {
        case .trusted: "trusted"
        case .selfSigned: "self-signed"
        case .unknownAuthority: "unknown authority"
        case .missingIntermediate: "missing intermediate"
        case .undecided: "undecided"
        }
    }
}
