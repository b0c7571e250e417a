import FleetModel

extension GatewayRule {
    /// Something other than TLS answers on the HTTPS port.
    static let gatewayNotTLS = GatewayRule("gateway-not-tls", .tls, .down, .certain) { seen in
        guard seen.climb.isNotTLS || seen.climb.failure(at: .tls) == .disconnectInsteadOfTLS else { return nil }
        return Conclusion(
            short: "gateway: not TLS",
            medium: "the gateway's port does not speak TLS",
            long: "What answers on the HTTPS port of the gateway is not TLS. Another service has the port, or the "
                + "fleet file names the wrong one.",
            evidence: seen.climb.evidence(upTo: .tls),
            remedies: [
                Remedy.gatewayBinding,
                Remedy(
                    .check, at: .here,
                    "Compare the port of the gateway in the fleet file with the one that clients are set to"),
            ])
    }
}
