import FleetModel

extension Rule {
    /// The server failed while this machine itself had trouble that would look the same.
    static let ourSide = Rule(
        "our-side", .tcp, .warning, .likely, symptoms: [Symptom.withoutCode("users elsewhere may notice nothing")],
        isNot: ["Not proof that the server is down: this machine has trouble that looks the same."]
    ) { seen in
        guard let doubt = seen.doubt, let (layer, failure) = seen.snapshot?.firstFailure else { return nil }
        return Conclusion(
            short: "our side has trouble",
            medium: doubt,
            long:
                "\(layer.title) failed (\(failure.words)) while \(doubt), which would look the same. So this says too "
                + "little of the server to call it down.",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                Remedy.ourRoutes, Remedy.ourNameServers,
                Remedy(.check, at: .here, "See the load of the machine that runs rdptop", run: "uptime", in: .sh),
                Remedy(.check, at: .here, "Then wait; what failed is probed again by itself"),
            ], layer: layer)
    }
}
