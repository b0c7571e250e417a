import FleetModel

extension Rule {
    /// A failure that no other rule knows at this layer.
    static let layerFailed = Rule(
        "layer-failed", .tcp, .down, .certain,
        symptoms: [Symptom.withoutCode("unknown: nothing is documented for this failure")],
        isNot: ["Not a known failure of this layer: no cause is documented for it."]
    ) { seen in
        guard let (layer, failure) = seen.unfamiliarFailure else { return nil }
        return Conclusion(
            short: "\(layer.title) failed",
            medium: "\(layer.title) failed: \(failure.words)",
            long: "\(layer.title) failed in a way that is not known for this layer: \(failure.words).",
            evidence: seen.evidence(upTo: layer),
            remedies: [Remedy.seeEveryStep, Remedy.askAgain], layer: layer)
    }
}
