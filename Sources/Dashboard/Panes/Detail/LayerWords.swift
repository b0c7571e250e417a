import FleetModel

/// What one layer of a server showed, in a few words.
enum LayerWords {
    /// Its failure, else its facts, else why there are none.
    static func words(_ layer: Layer, _ subject: DetailSubject, outcome: LayerOutcome?) -> String {
        let cell = subject.status.judgement.cells[layer]
        // A gateway has layers of its own, and its one line says which of them failed.
        let rung = layer == .gateway ? subject.gateway?.snapshot?.firstFailure.map { "\($0.layer.title): " } : nil
        if let failure = outcome?.failure { return (rung ?? "") + failure.words }
        if layer == .gateway, subject.status.server.path == .direct { return "users come directly, through none" }
        guard let facts = facts(layer, subject) else { return absence(cell, need: layer.need) }
        let earlier = outcome.map { subject.seenEarlier($0.at) } ?? ""
        switch cell {
        case .warning, .failed: return facts + earlier + (complaint(layer, subject, facts) ?? "")
        case .ok, .notReached, .notApplicable, .unknown: return facts + earlier
        }
    }

    /// What a cell without facts says.
    static func absence(_ cell: FleetModel.Cell, need: Layer?) -> String {
        switch cell {
        case .ok: "passed"
        case .warning(let letter): letter?.meaning ?? "a warning"
        case .failed(let letter): letter.meaning
        case .notReached: "not reached" + (need.map { ": it needs \($0.title), which failed" } ?? "")
        case .notApplicable: "does not apply, or is not permitted here"
        case .unknown: "not known yet"
        }
    }

    /// `10.20.4.14, from a name server`.
    static func addresses(_ facts: DNSFacts) -> String {
        let addresses = facts.addresses.map(\.description).joined(separator: ", ")
        return (addresses.isEmpty ? "no address" : addresses) + ", from \(facts.source.words)"
    }

    /// What the rules say of the layer, unless the facts have just said it.
    private static func complaint(_ layer: Layer, _ subject: DetailSubject, _ facts: String) -> String? {
        guard let finding = subject.status.judgement.findings.first(where: { $0.layer == layer }),
            !facts.contains(finding.short)
        else { return nil }
        return ": \(finding.short)"
    }

    private static func facts(_ layer: Layer, _ subject: DetailSubject) -> String? {
        let snapshot = subject.status.snapshot
        switch layer {
        case .dns: return snapshot?.dns?.facts.map(addresses)
        case .ping:
            guard let facts = snapshot?.ping?.facts else { return nil }
            let mean = facts.mean.map { ", \($0.latency) on average" } ?? ""
            return "\(facts.received) of \(facts.sent) echoes answered\(mean)"
        case .tcp: return snapshot?.tcp?.facts?.peer.map { "\($0) open" }
        case .x224: return snapshot?.x224?.facts.map { NegotiationSection.sentence($0.answer) }
        case .tls: return snapshot?.tls?.facts?.words
        case .certificate:
            guard let leaf = snapshot?.certificate?.facts?.leaf else { return nil }
            return CertificateSection.left(leaf, subject.now)
                + (leaf.isSelfSigned ? ", signed by itself" : ", issued by \(leaf.issuer)")
        case .nla:
            let answer = snapshot?.nla?.facts.map { $0.answer.words }
            let words = [answer, snapshot?.nlaRequirement?.words].compactMap(\.self)
            return words.isEmpty ? nil : words.joined(separator: "; ")
        case .udp: return snapshot?.udp?.facts?.words
        case .gateway: return subject.gateway.map { "\($0.gateway.name): \($0.judgement.state.word)" }
        }
    }
}

extension TLSFacts {
    /// `TLS 1.3, TLS_AES_256_GCM_SHA384`; nil when no version was agreed.
    var words: String? {
        versionName.map { version in
            [version, cipherSuiteName ?? cipherSuite.map { "0x" + hexadecimal($0, digits: 4) }].compactMap(\.self)
                .joined(separator: ", ")
        }
    }
}
