import FleetModel

extension TraceLines {
    /// What was asked for and what the server chose, one line each for the negotiation, TLS and the certificate; none
    /// for what was not seen.
    static func choices(in snapshot: ServerSnapshot, certificateLeft: Span?) -> [String] {
        var lines: [String] = []
        if let words = snapshot.x224.flatMap(negotiation) { lines += labelled("X.224", [words]) }
        if let words = snapshot.tls.flatMap(handshake) { lines += labelled("TLS", [words]) }
        if let facts = snapshot.certificate?.facts { lines += labelled("cert", [certificate(facts, certificateLeft)]) }
        return lines
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

    /// The version and the suite of the ServerHello; nil when none came.
    private static func handshake(_ observation: Observation<TLSFacts>) -> String? {
        guard let facts = observation.facts, let version = facts.versionName else { return nil }
        let chosen = [version, facts.cipherSuiteName].compactMap { $0 }.joined(separator: ", ")
        return observation.failure == nil ? chosen : chosen + "; handshake not finished"
    }

    private static func certificate(_ facts: CertificateFacts, _ left: Span?) -> String {
        let leaf = facts.leaf
        let issuer = leaf.isSelfSigned ? "itself" : CleanText.clean(leaf.issuer, limit: 120)
        var parts = ["\(CleanText.clean(leaf.subject, limit: 120)), issued by \(issuer)"]
        if let left {
            parts.append(left < .zero ? "ended \((.zero - left).spoken) ago" : "ends in \(left.spoken)")
        }
        return (parts + [facts.trust.word]).joined(separator: "; ")
    }
}
