import FleetModel

extension Case {
    /// What asking otherwise showed of the failure that a layer has now; empty when it has none, or another one.
    func variants(explaining layer: Layer) -> [VariantAttempt] {
        guard let failure = failure(at: layer), let snapshot else { return [] }
        return snapshot.variants.filter { $0.reasonLayer == layer && $0.reason == failure }
    }

    /// The first variant that passed where the regular probe failed; nil when none like this one did.
    func passing(at layer: Layer, _ isLike: (HandshakeVariant) -> Bool) -> VariantAttempt? {
        variants(explaining: layer).first { $0.passed(layer) && isLike($0.variant) }
    }

    /// Whether the TLS handshake failed without a ServerHello, so that a variant that got one differs from it.
    ///
    /// Where our own library gave up at what the server chose, every ServerHello looks like a pass.
    var failsBeforeServerHello: Bool {
        guard let failure = failure(at: .tls), handshake?.version == nil else { return false }
        if case .tlsTooOld = failure { return false }
        return failure != .handshakeFailed
    }

    /// Whether the peer took the ClientHello and would not go on with it: it ended the connection, or said why.
    ///
    /// A server without a suite or version in common does so; one that never answers may not have received it, and the
    /// offers that pass are shorter than the regular one.
    var declinesHandshake: Bool { failure(at: .tls).map { $0 != .timedOut } ?? false }

    /// The layer that passes in two ways that have nothing in common, so that neither of them is what matters.
    var passesInSeveralWays: Layer? {
        let without = passing(at: .x224) { !$0.sendsCookie } != nil
        if without, passing(at: .x224, { $0.requested != .modern }) != nil { return .x224 }
        let unnamed = passing(at: .tls) { !$0.sendsServerName } != nil
        return unnamed && failsBeforeServerHello && passes(.tls12) ? .tls : nil
    }

    /// Whether an offer passed at the regular address and name where the regular one failed.
    func passes(_ offer: HandshakeVariant.Offer) -> Bool {
        passing(at: .tls) { $0 == HandshakeVariant(offer: offer) } != nil
    }

    /// Whether an offer was made at the regular address and name, and failed in the handshake.
    func fails(_ offer: HandshakeVariant.Offer) -> Bool {
        variants(explaining: .tls).contains {
            $0.variant == HandshakeVariant(offer: offer) && $0.reached == .tls && $0.failure != nil
        }
    }

    /// What users see while a layer fails as it does now, in X.224 or TLS.
    func symptoms(ofFailureAt layer: Layer) -> [Symptom] {
        guard let failure = failure(at: layer) else { return [] }
        if failure == .timedOut { return [Symptom.silentWhileSecuring] }
        if case .tlsTooOld = failure { return [Symptom.nothingInCommon] }
        guard case .tlsAlert(let number) = failure else { return [Symptom.connectionClosed] }
        return Symptom.ofAlert(number).map { [$0] } ?? [Symptom.nothingInCommon]
    }

    /// What the variants of a layer showed, one line each.
    func variantEvidence(explaining layer: Layer) -> [String] {
        variants(explaining: layer).prefix(5).map { attempt in
            let answer: String
            if let failure = attempt.failure {
                answer = "\(attempt.reached.title) failed: \(failure.words)"
            } else if let version = attempt.tls?.versionName {
                answer = "passed, \(version)"
            } else {
                answer = "passed"
            }
            return "again \(attempt.variant.words): \(answer)"
        }
    }
}

extension VariantAttempt {
    /// Whether it got through the layer that it was to explain.
    fileprivate func passed(_ layer: Layer) -> Bool { failure == nil && reached >= layer }
}

extension HandshakeVariant {
    /// In what it differs from the regular probe.
    var words: String {
        var parts: [String] = []
        if let family { parts.append(family == .ipv4 ? "at the IPv4 address" : "at the IPv6 address") }
        if !sendsCookie { parts.append("without a cookie") }
        if requested != .modern { parts.append("asking for \(requested.names.joined(separator: ", "))") }
        if let offer, offer != .modern { parts.append("offering \(offer.words)") }
        if !sendsServerName { parts.append("without the server's name") }
        return parts.isEmpty ? "in the same way" : parts.joined(separator: ", ")
    }
}

extension HandshakeVariant.Offer {
    /// What is offered.
    fileprivate var words: String {
        switch self {
        case .modern: "TLS 1.2 and 1.3"
        case .tls12: "TLS 1.2 at most"
        case .tls12Legacy: "TLS 1.2 with old suites only"
        case .tls10: "TLS 1.0 at most"
        case .obsolete: "SSL 3.0 to TLS 1.0, RC4 and 3DES"
        }
    }
}
