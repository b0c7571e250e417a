import FleetModel

extension GatewayRule {
    /// A failure of the gateway that no other rule knows.
    static let gatewayFailed = GatewayRule(
        "gateway-failed", .gateway, .down, .certain, symptoms: [.gatewayEndsEarly],
        isNot: ["Not a documented state of a gateway: which cause it has is not known."]
    ) { seen in
        guard let (layer, failure) = seen.unfamiliarFailure else { return nil }
        let status = layer == .gateway ? seen.transport?.status : nil
        let name = layer == .gateway ? "gateway" : layer.title
        return Conclusion(
            short: "\(layer.title) failed",
            medium: status.map { "HTTP \($0) is no answer of a gateway" }
                ?? "\(name): \(failure.words)",
            long: "\(layer.title) failed in a way that is not known for this layer: \(failure.words).",
            evidence: layer == .gateway ? seen.transportEvidence : seen.climb.evidence(upTo: layer),
            remedies: [
                Remedy.gatewayHost,
                Remedy.gatewayService,
                Remedy.gatewayLog,
            ], layer: layer)
    }
}
