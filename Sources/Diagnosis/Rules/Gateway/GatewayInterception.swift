import FleetModel

extension GatewayRule {
    /// Signs of a device between that terminates TLS.
    static let gatewayInterception = GatewayRule("gateway-interception", .gateway, .warning, .likely) { seen in
        let signs = seen.interceptionSigns
        guard !signs.isEmpty else { return nil }
        let isLikely = signs.count > 1
        return Conclusion(
            short: isLikely ? "TLS inspected, likely" : "TLS inspected, perhaps",
            medium: isLikely ? "likely intercepted: \(signs.count) signs" : "possibly intercepted: one sign",
            long: "A device between may terminate TLS in the place of the gateway; none of the signs proves it. "
                + "Negotiate and NTLM are bound to the TLS channel, so such a device breaks log-on even when its "
                + "certificate is trusted (0xC000035B, 0x80090346).",
            evidence: signs,
            remedies: [
                Remedy(
                    .check, at: .here, "Compare the certificate with the one that another network sees",
                    run: "rdptop check {gateway}", in: .sh),
                Remedy.gatewayCertificate,
                Remedy(
                    .fix, at: .between, "Exempt the gateway from inspection on devices between (proxy, TLS inspection)"),
            ],
            severity: isLikely ? nil : .note, confidence: isLikely ? nil : .possible)
    }
}
