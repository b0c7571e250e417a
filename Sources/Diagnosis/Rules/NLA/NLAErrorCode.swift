import FleetModel

extension Rule {
    /// CredSSP answers with an error code.
    static let nlaErrorCode = Rule("nla-error-code", .nla, .warning, .likely) { seen in
        guard case .securityError(let status) = seen.credSSPFailure else { return nil }
        let code = "0x" + hexadecimal(status, digits: 8)
        let isNTLMBlocked = status == 0xC000_0418
        return Conclusion(
            short: isNTLMBlocked ? "NLA: NTLM is blocked" : "NLA: \(code)",
            medium: isNTLMBlocked ? "NLA answers that NTLM is blocked" : "NLA answers with error \(code)",
            long: isNTLMBlocked
                ? "The server refuses NTLM, so users need Kerberos: a name that a domain controller knows, and no "
                    + "address. Where NTLM is blocked on purpose, that is as it should be."
                : "The server answers the first message of CredSSP with an error code. "
                    + (SecurityStatusText.meaning(of: status) ?? "It is none of the usual ones."),
            evidence: seen.evidence(upTo: .nla),
            remedies: isNTLMBlocked
                ? [
                    Remedy(
                        .fix, at: .client, "If NTLM is blocked on purpose, let users connect by name and not by address"
                    ),
                    Remedy.ntlmPolicy,
                ] : [Remedy.ntlmPolicy, Remedy.secureChannel, Remedy.securityEvents])
    }
}
