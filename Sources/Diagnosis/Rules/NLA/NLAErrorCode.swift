import FleetModel

extension Rule {
    /// CredSSP answers with an error code that no other rule knows.
    static let nlaErrorCode = Rule(
        "nla-error-code", .nla, .warning, .likely,
        isNot: ["Not a wrong password: no name and no password were sent."]
    ) { seen in
        guard case .securityError(let status) = seen.credSSPFailure, !SecurityStatus.haveRules.contains(status) else {
            return nil
        }
        let code = "0x" + hexadecimal(status, digits: 8)
        let meaning = SecurityStatusText.meaning(of: status)
        return Conclusion(
            short: "NLA: \(code)",
            medium: "NLA answers with error \(code)",
            long: "The server answers the first message of CredSSP with an error code. "
                + (meaning ?? "It is none of the usual ones.")
                + (SecurityStatus.ofSubsystem.contains(status)
                    ? " That is trouble in its security subsystem (LSA), and every logon there may fail." : ""),
            evidence: seen.evidence(upTo: .nla),
            remedies: Remedy.securitySubsystem,
            symptoms: [
                Symptom(
                    meaning == nil ? [] : [UserCode(status)], "an authentication error, perhaps with that code",
                    .possible),
                Symptom.securityAuthority,
            ], isNot: seen.isNotWhatPassed(before: .nla), confidence: meaning == nil ? .possible : nil)
    }
}
