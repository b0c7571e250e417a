import FleetModel

extension GatewayRule {
    /// The transport works over HTTP, and its upgrade to WebSocket is refused.
    static let gatewayWebSocket = GatewayRule(
        "gateway-web-socket", .gateway, .note, .possible,
        symptoms: [Symptom([], "nothing; clients go on over HTTP", .likely)],
        isNot: ["Not why mstsc fails: the same request without the upgrade passes."]
    ) { seen in
        guard seen.transportPasses, let observation = seen.snapshot?.webSocket, let failure = observation.failure,
            failure.letter != nil
        else { return nil }
        return Conclusion(
            short: "WebSocket refused",
            medium: "WebSocket refused, HTTP is fine",
            long: "The upgrade to WebSocket does not pass, and the same request without it does. Clients go on over "
                + "HTTP; a proxy or load balancer between that removes the upgrade would look like this.",
            evidence: seen.webSocketEvidence,
            remedies: [
                Remedy(
                    .fix, at: .between,
                    "On what stands in front, let the upgrade to WebSocket pass; it saves clients a connection",
                    undo: "the rule as it was")
            ])
    }
}
