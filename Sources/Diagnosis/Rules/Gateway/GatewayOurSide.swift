import FleetModel

extension GatewayRule {
    /// The gateway failed while this machine itself had trouble that would look the same.
    static let gatewayOurSide = GatewayRule(
        "gateway-our-side", .tcp, .warning, .likely, seen: .here, symptoms: [.gatewayNotConcerned],
        isNot: ["Not a statement on the gateway: whether it works is not known."]
    ) { seen in
        guard let doubt = seen.doubt, let (layer, _) = seen.snapshot?.firstFailure else { return nil }
        return Conclusion(
            short: "our side has trouble",
            medium: doubt,
            long: "The gateway failed while this machine itself had trouble that would look the same. So this says too "
                + "little of the gateway to call it down, or the servers behind it.",
            evidence: layer == .gateway ? seen.transportEvidence : seen.climb.evidence(upTo: layer),
            remedies: [
                Remedy.ourRoutes,
                Remedy(.check, at: .here, "Check the name servers and the load of the machine that runs rdptop"),
                Remedy(.check, at: .here, "Then wait; what failed is probed again by itself"),
            ], layer: layer)
    }
}
