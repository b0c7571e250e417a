import FleetModel

extension Rule {
    /// The server says in CredSSP that the channel bindings are wrong.
    static let nlaBindings = Rule(
        "nla-bindings", .nla, .warning, .possible, symptoms: [Symptom.wrongBindings],
        isNot: ["Not a wrong password: no name and no password were sent."]
    ) { seen in
        guard seen.credSSPFailure == .securityError(SecurityStatus.badBindings) else { return nil }
        return Conclusion(
            short: "NLA: wrong bindings",
            medium: "NLA answers: wrong channel bindings",
            long:
                "The server answers that CredSSP is bound to another TLS channel than its own. Something between that "
                + "ends TLS (a bastion, a proxy, a device that inspects), or LmCompatibilityLevel values that do not fit, "
                + "would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.compareNearby,
                Remedy.selfSignedOnServer,
                Remedy(
                    .check, at: .server, for: .windows, "On server and client, compare LmCompatibilityLevel",
                    run: #"reg query HKLM\SYSTEM\CurrentControlSet\Control\Lsa /v LmCompatibilityLevel"#),
                Remedy.inspection,
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
