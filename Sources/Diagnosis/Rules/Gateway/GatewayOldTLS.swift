import FleetModel

extension GatewayRule {
    /// The gateway has nothing newer than TLS 1.1.
    static let gatewayOldTLS = GatewayRule(
        "gateway-old-tls", .tls, .warning, .certain, mark: .warning(.weak),
        as: [
            .tlsOldVersion
        ],
        long: "The gateway has nothing newer, and current clients warn about that version or refuse it.",
        remedies: [
            Remedy.enableTLS12,
            Remedy.oldWindows,
        ])
}
