import FleetModel

extension Rule {
    /// The probe could not be made on this machine.
    static let ourFault = Rule(
        "our-fault", .tcp, .warning, .certain, symptoms: [Symptom.withoutCode("nobody sees an error because of this")],
        isNot: ["Not the server: nothing is known of it."]
    ) { seen in
        guard let (layer, fault) = seen.ourFault else { return nil }
        return Conclusion(
            short: "cannot probe from here",
            medium: "\(fault.words)",
            long: "The probe stopped at \(layer.title) on this machine, so nothing is known of the server.",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                fault.remedy
            ], layer: layer)
    }
}
