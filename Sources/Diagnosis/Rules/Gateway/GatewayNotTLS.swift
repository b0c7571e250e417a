import FleetModel

extension GatewayRule {
    /// Something other than TLS answers on the HTTPS port.
    static let gatewayNotTLS = GatewayRule(
        "gateway-not-tls", .tls, .down, .certain, symptoms: [.gatewayCutsOff],
        isNot: ["Not the certificate of the gateway: none was shown."]
    ) { seen in
        guard seen.climb.isNotTLS || seen.climb.failure(at: .tls) == .disconnectInsteadOfTLS else { return nil }
        return Conclusion(
            short: "gateway: not TLS",
            medium: "the gateway's port does not speak TLS",
            long: "What answers on the HTTPS port of the gateway is not TLS. Another service has the port, or the "
                + "fleet file names the wrong one.",
            evidence: seen.climb.evidence(upTo: .tls),
            remedies: [
                Remedy.gatewayHost,
                Remedy(
                    .check, at: .gateway, "On the gateway, see which process has the port",
                    run: "Get-NetTCPConnection -State Listen -LocalPort {port} | Format-List LocalAddress,OwningProcess"
                ),
                Remedy.gatewayBinding,
            ])
    }
}
