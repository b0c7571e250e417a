import FleetModel

extension GatewayRule {
    /// The gateway has nothing newer than TLS 1.1.
    static let gatewayOldTLS = GatewayRule(
        "gateway-old-tls", .tls, .warning, .certain, mark: .warning(.weak),
        as: [
            .tlsOldVersion
        ],
        symptoms: [
            Symptom(
                [UserCode(0x300_0017), UserCode(0x8009_0302)],
                "clients that have switched the old version off fail to secure the connection", .possible)
        ],
        isNot: ["Not why clients fail that still speak the old version."],
        long: "The gateway has nothing newer, and current clients warn about that version or refuse it.",
        remedies: [
            Remedy.gatewaySchannel,
            Remedy.gatewayTLS12,
        ])
}
