import FleetModel

/// Why a Windows client may not take the certificate as proof of who the server is.
struct ProofFault: Sendable, Hashable {
    /// What is wrong, as a clause: `it ended 3 days ago`.
    var words: String
    /// For the one sentence over all, at most 48 characters.
    var short: String
    /// How sure it is that the user's computer finds the same.
    var confidence: Confidence
    /// Whether it is about the dates, for which there is a code.
    var isOfDates = false
}

extension ForecastCase {
    /// Everything that speaks against the certificate, the surest first.
    ///
    /// Which authorities the user's computer trusts is not known here; that a self-signed certificate leads to none is.
    var proofFaults: [ProofFault] {
        guard let facts = snapshot?.certificate?.facts else { return [] }
        let faults = [dateFault, nameFault(facts), trustFault(facts), strengthFault].compactMap(\.self)
        return Confidence.allCases.flatMap { confidence in faults.filter { $0.confidence == confidence } }
    }

    private var dateFault: ProofFault? {
        if let since = server.expiredSince {
            return ProofFault(
                words: "it ended \(since.spoken) ago", short: "the certificate has expired", confidence: .likely,
                isOfDates: true)
        }
        guard server.isNotYetValid else { return nil }
        return ProofFault(
            words: "it is not valid yet", short: "the certificate is not valid yet", confidence: .likely,
            isOfDates: true)
    }

    private func nameFault(_ facts: CertificateFacts) -> ProofFault? {
        if case .shortName(let name) = facts.nameMatch {
            return ProofFault(
                words: "it is for \(name), and the file says \(file.name)",
                short: "the file has a short name", confidence: .possible)
        }
        guard facts.nameMatch == .none || server.has(.nameMismatch) else { return nil }
        guard IPAddress(file.name) == nil else {
            return ProofFault(
                words: "the file connects by address, and it is for a name", short: "the file connects by address",
                confidence: .likely)
        }
        return ProofFault(
            words: "it is not for \(file.name)", short: "the certificate is for another name", confidence: .likely)
    }

    private func trustFault(_ facts: CertificateFacts) -> ProofFault? {
        switch facts.trust {
        case .selfSigned:
            return ProofFault(
                words: "no authority has signed it", short: "the certificate is self-signed", confidence: .likely)
        case .unknownAuthority:
            return ProofFault(
                words: "its authority is not known here, and may be on the user's computer",
                short: "its authority may not be trusted", confidence: .possible)
        case .missingIntermediate:
            return ProofFault(
                words: "the server does not send a certificate that leads to its authority",
                short: "the chain is not complete", confidence: .possible)
        case .trusted, .undecided:
            guard server.has(.untrusted) || server.has(.incompleteChain) else { return nil }
            return ProofFault(
                words: "it may lead to no authority that the user's computer trusts",
                short: "the certificate may not be trusted", confidence: .possible)
        }
    }

    private var strengthFault: ProofFault? {
        guard server.has(.weakKey) || server.has(.weakSignature) || server.has(.wrongUsage) || server.has(.unreadable)
        else { return nil }
        return ProofFault(
            words: "its key, signature or usage is such as clients may refuse",
            short: "the certificate may be refused", confidence: .possible)
    }
}
