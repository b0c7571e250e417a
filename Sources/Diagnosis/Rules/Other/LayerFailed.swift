import FleetModel

extension Rule {
    /// A failure that no other rule knows at this layer.
    static let layerFailed = Rule("layer-failed", .tcp, .down, .certain) { seen in
        guard let (layer, failure) = seen.unfamiliarFailure else { return nil }
        return Conclusion(
            short: "\(layer.title) failed",
            medium: "\(layer.title) failed: \(failure.words)",
            long: "\(layer.title) failed in a way that is not known for this layer: \(failure.words).",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                Remedy(.check, at: .here, "See every step and byte", run: "rdptop trace {server}", in: .sh)
            ], layer: layer)
    }
}
