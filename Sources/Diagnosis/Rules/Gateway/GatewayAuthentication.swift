import FleetModel

extension GatewayRule {
    /// The 401 asks for neither Negotiate nor NTLM.
    static let gatewayAuthentication = GatewayRule(
        "gateway-authentication", .gateway, .warning, .likely, mark: .warning(.accessDenied),
        symptoms: [.gatewayAsksOtherwise],
        isNot: [
            "Not a wrong password: the ways of Windows to send one are not offered.",
            "Not a fault where a pre-authentication stands in front on purpose.",
        ]
    ) { seen in
        guard let facts = seen.transport, facts.status == 401, !facts.asksForWindowsAuthentication else { return nil }
        return Conclusion(
            short: "no Negotiate, no NTLM",
            medium: "401 without Negotiate and NTLM",
            long: "The gateway asks for log-on, and not in the ways of Windows. A pre-authentication in front, or a "
                + "gateway that is not of Microsoft, is probably why.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy(
                    .check, at: .between, "See whether a pre-authentication (application proxy, WAF) stands in front"),
                Remedy(.fix, at: .client, "Use the client that this pre-authentication expects"),
                Remedy(
                    .weakening, at: .gateway,
                    "If none stands there, switch Windows Authentication on for the site in IIS Manager",
                    run: "inetmgr",
                    risk: "opens NTLM to whoever reaches it, so better with a second factor in front",
                    undo: "switch Windows Authentication off there again"),
            ])
    }
}
