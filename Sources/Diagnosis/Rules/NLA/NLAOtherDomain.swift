import FleetModel

extension Rule {
    /// A computer of the right name, and of another domain than the name that was asked for.
    static let nlaOtherDomain = Rule(
        "nla-other-domain", .nla, .note, .possible, symptoms: [Symptom.wrongPrincipal.doubted],
        isNot: ["Not proof of a wrong machine: DNS zones and domains are often named differently on purpose."]
    ) { seen in
        guard seen.answersFromAnotherDomain, let name = seen.credSSP?.dnsComputerName else { return nil }
        return Conclusion(
            short: "of another domain",
            medium: "same name, but of another domain",
            long: "The computer that answers has the name that was asked for, in another domain. If the two are not "
                + "the same on purpose, another computer of that name answers here.",
            evidence: [
                "asked for \(seen.server.name)",
                "NTLM: the computer calls itself \(CleanText.clean(name, limit: 100))",
            ],
            remedies: [
                Remedy.ownAddresses,
                Remedy(
                    .check, at: .server, for: .windows,
                    "If Kerberos fails, see whether this name is among those the server is known by; put its short name "
                        + "for COMPUTER",
                    run: "setspn -L COMPUTER"),
                Remedy.registerName,
            ])
    }
}
