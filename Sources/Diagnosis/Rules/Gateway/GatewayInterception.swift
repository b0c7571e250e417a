import FleetModel

extension GatewayRule {
    /// Signs of a device between that terminates TLS.
    static let gatewayInterception = GatewayRule(
        "gateway-interception", .gateway, .warning, .likely, symptoms: [.channelBindings],
        isNot: [
            "Not a wrong password: the binding to the TLS channel fails before one counts.",
            "Not a proof: a renewed certificate, or a load balancer of your own, has the same signs.",
        ]
    ) { seen in
        let signs = seen.interceptionSigns
        guard !signs.isEmpty else { return nil }
        let isLikely = signs.count > 1
        return Conclusion(
            short: isLikely ? "TLS inspected, likely" : "TLS inspected, perhaps",
            medium: isLikely ? "likely intercepted: \(signs.count) signs" : "possibly intercepted: one sign",
            long: "A device between may terminate TLS in the place of the gateway; none of the signs proves it. "
                + "Negotiate and NTLM are bound to the TLS channel, so such a device breaks log-on even when its "
                + "certificate is trusted.",
            evidence: signs,
            remedies: [
                Remedy.gatewayCertificateShown,
                Remedy.gatewayCertificate,
                Remedy.gatewayInspection,
            ],
            severity: isLikely ? nil : .note, confidence: isLikely ? nil : .possible)
    }
}
