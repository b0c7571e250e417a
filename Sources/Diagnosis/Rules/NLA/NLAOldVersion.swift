import FleetModel

extension Rule {
    /// CredSSP of a version from before the answer to CVE-2018-0886 (MS-CSSP 2.2.1).
    static let nlaOldVersion = Rule("nla-old-version", .nla, .warning, .possible, mark: .warning(.weak)) { seen in
        guard let version = seen.credSSP?.credSSPVersion, version < 5 else { return nil }
        return Conclusion(
            short: "CredSSP version \(version)",
            medium: "CredSSP version \(version), clients may refuse",
            long:
                "The server answers with version \(version) of CredSSP; current ones have 5 or 6. Current clients may "
                + "refuse to go on, unless their policy \"Encryption Oracle Remediation\" allows it.",
            evidence: seen.evidence(of: .nla),
            remedies: [
                Remedy(
                    .check, at: .client,
                    #"On a client that fails, look for the words "function requested is not supported" and "CredSSP""#),
                Remedy(.fix, at: .server, "Bring the server up to date; if it is not Windows, its RDP software"),
            ])
    }
}
