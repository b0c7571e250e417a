import FleetModel

extension GatewayRule {
    /// The probe could not be made on this machine.
    static let gatewayOurFault = GatewayRule(
        "gateway-our-fault", .tcp, .warning, .certain, seen: .here, symptoms: [.gatewayNotConcerned],
        isNot: ["Not a statement on the gateway: whether it works is not known."]
    ) { seen in
        guard let (layer, fault) = seen.ourFault else { return nil }
        return Conclusion(
            short: "cannot probe from here",
            medium: "\(fault.words)",
            long: "The probe stopped at \(layer.title) on this machine, so nothing is known of the gateway.",
            evidence: ["\(layer.title): \(fault.words)"],
            remedies: [
                fault.remedy
            ], layer: layer)
    }
}
