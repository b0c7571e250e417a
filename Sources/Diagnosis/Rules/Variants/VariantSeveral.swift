import FleetModel

extension Rule {
    /// The request fails as it is, and passes in two ways that have nothing in common.
    static let variantSeveral = Rule(
        "variant-several", .tls, .down, .possible, seen: .variants,
        symptoms: [
            Symptom(
                [UserCode(0x904, extended: 0x7), UserCode(0x904, extended: 0x0)],
                "the connection ends while it is being set up, and perhaps not every time", .possible)
        ]
    ) { seen in
        guard let layer = seen.passesInSeveralWays else { return nil }
        return Conclusion(
            short: "fails, and not always",
            medium: "fails, but passes when asked otherwise",
            long: "The regular request fails, and it passes in several ways that have nothing in common. Several "
                + "machines behind one address of which one is broken, a limit on connections, or a device between "
                + "that minds the size of the request, would look like this.",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                Remedy(.check, at: .between, "If a load balancer is between, look at every machine behind it"),
                Remedy.listenerLog,
                Remedy.compareNearby,
                Remedy.inspection,
            ], isNot: ["Not likely one setting of the server: ways that have nothing in common pass."], layer: layer)
    }
}
