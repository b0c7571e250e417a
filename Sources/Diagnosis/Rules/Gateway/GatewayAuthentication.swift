import FleetModel

extension GatewayRule {
    /// The 401 asks for neither Negotiate nor NTLM.
    static let gatewayAuthentication = GatewayRule(
        "gateway-authentication", .gateway, .warning, .likely, mark: .warning(.accessDenied)
    ) { seen in
        guard let facts = seen.transport, facts.status == 401, !facts.asksForWindowsAuthentication else { return nil }
        return Conclusion(
            short: "no Negotiate, no NTLM",
            medium: "401 without Negotiate and NTLM",
            long: "The gateway asks for log-on, and not in the ways of Windows. A pre-authentication in front, or a "
                + "gateway that is not of Microsoft, is probably why; mstsc may fail with 0x3000037.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy(.fix, at: .client, "Use the client that this pre-authentication expects"),
                Remedy(
                    .fix, at: .server, "Or switch Windows authentication on at the gateway",
                    risk: "opens NTLM to whoever reaches it, so better with a second factor in front"),
            ])
    }
}
