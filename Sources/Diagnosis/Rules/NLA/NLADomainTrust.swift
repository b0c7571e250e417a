import FleetModel

extension Rule {
    /// The server says in CredSSP that its domain, or the way to a domain controller, is broken.
    static let nlaDomainTrust = Rule(
        "nla-domain-trust", .nla, .warning, .likely, symptoms: [Symptom.noAuthority],
        isNot: ["Not a wrong password: no name and no password were sent."]
    ) { seen in
        guard case .securityError(let status) = seen.credSSPFailure, SecurityStatus.ofDomain.contains(status) else {
            return nil
        }
        return Conclusion(
            short: "NLA: domain trouble",
            medium: "NLA answers with trouble of its domain",
            long: "The server answers the first message of CredSSP with an error about its domain. "
                + (SecurityStatusText.meaning(of: status) ?? "Its code says no more.")
                + " Users with accounts of the domain probably fail; local accounts may get in.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.secureChannel,
                Remedy(
                    .check, at: .server, for: .windows,
                    "On the server, see whether a domain controller vouches for it, with the domain's name for DOMAIN",
                    run: "nltest /sc_verify:DOMAIN"),
                Remedy.clock,
                Remedy.securityEvents,
                Remedy.repairSecureChannel,
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
