import FleetModel

extension Rule {
    /// What fails at the address of one family passes at that of the other.
    static let variantOtherFamily = Rule(
        "variant-other-family", .tcp, .down, .likely, seen: .variants
    ) { seen in
        guard let layer = [Layer.x224, .tls].first(where: { seen.passing(at: $0) { $0.family != nil } != nil }),
            let attempt = seen.passing(at: layer, { $0.family != nil })
        else { return nil }
        let (works, fails) = attempt.variant.family == .ipv4 ? ("IPv4", "IPv6") : ("IPv6", "IPv4")
        return Conclusion(
            short: "fails over \(fails) only",
            medium: "fails over \(fails), works over \(works)",
            long: "The same request passes at the server's \(works) address. Something on the way over \(fails), or "
                + "another machine at that address, is probably why. Users whose client takes that address first fail.",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                Remedy(
                    .check, at: .server, "On the server, compare its addresses with those that DNS gives",
                    run: "ipconfig /all"),
                Remedy.compareNearby,
                Remedy.inspection,
                Remedy(
                    .fix, at: .dns, "Until it is repaired, take the address that fails out of DNS",
                    undo: "put the record back"),
            ], symptoms: seen.symptoms(ofFailureAt: layer),
            isNot: ["Not likely the service of the server: at its \(works) address it answers."], layer: layer)
    }
}
