import FleetModel

extension Rule {
    /// The computer that answers has another name than the one asked for.
    static let nlaOtherComputer = Rule(
        "nla-other-computer", .nla, .warning, .likely, mark: .warning(.nameMismatch),
        isNot: ["Not the certificate alone: the computer itself says the other name in NTLM."]
    ) { seen in
        guard seen.answersAsAnotherComputer else { return nil }
        let isAlias = !seen.aliases.isEmpty || seen.leadsToSeveralAddresses
        let isOfFarm = isAlias || seen.hasFittingWildcard
        return Conclusion(
            short: "another host answers",
            medium: "a computer of another name answers",
            long: "The computer that answers calls itself by another name than the one asked for. "
                + (isAlias
                    ? "The name is an alias or has several addresses, as farms have; if it is not meant to lead to this "
                        + "computer, DNS may lead to the wrong machine."
                    : isOfFarm
                        ? "Its certificate fits the name by a wildcard, as those of farms behind a load balancer do; if the "
                            + "name is not meant to lead to this computer, DNS may lead to the wrong machine."
                        : "DNS probably leads to the wrong machine, unless the name is meant as a second one for it."),
            evidence: seen.nameEvidence,
            remedies: [
                Remedy.ownAddresses,
                Remedy.registerName,
                Remedy.forgetAnswers,
                Remedy(
                    .fix, at: .server,
                    "If the name is a second one on purpose, give the server a certificate with that name"),
            ], symptoms: [isOfFarm ? Symptom.wrongPrincipal.doubted : Symptom.wrongPrincipal],
            confidence: isOfFarm ? .possible : nil)
    }
}

extension Case {
    /// Whether the certificate is trusted here, and fits the name by a wildcard.
    fileprivate var hasFittingWildcard: Bool {
        guard let certificate, certificate.trust.isTrusted else { return false }
        switch certificate.nameMatch {
        case .alternativeName(let text), .commonName(let text): return text.hasPrefix("*.")
        case .shortName, NameMatch.none: return false
        }
    }

    /// Which name was asked for, where it led, and what the computer calls itself.
    fileprivate var nameEvidence: [String] {
        let names = [credSSP?.dnsComputerName, credSSP?.computerName].compactMap { $0 }.filter { !$0.isEmpty }
        return ["asked for \(server.name)"] + aliases.prefix(3).map { "DNS: alias of \($0)" }
            + names.map { "NTLM: the computer calls itself \($0)" } + evidence(of: .tcp)
    }
}
