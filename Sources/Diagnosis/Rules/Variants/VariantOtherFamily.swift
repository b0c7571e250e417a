import FleetModel

extension Rule {
    /// What fails at the address of one family passes at that of the other.
    static let variantOtherFamily = Rule("variant-other-family", .tcp, .down, .likely) { seen in
        guard let layer = [Layer.x224, .tls].first(where: { seen.passing(at: $0) { $0.family != nil } != nil }),
            let attempt = seen.passing(at: layer, { $0.family != nil })
        else { return nil }
        let (works, fails) = attempt.variant.family == .ipv4 ? ("IPv4", "IPv6") : ("IPv6", "IPv4")
        return Conclusion(
            short: "fails over \(fails) only",
            medium: "fails over \(fails), works over \(works)",
            long: "The same request passes at the server's \(works) address, so it is not the server. Something on the "
                + "way over \(fails), or another machine at that address, is probably why. Clients try that address "
                + "first.",
            evidence: seen.evidence(upTo: layer),
            remedies: [
                Remedy(
                    .check, at: .dns, "On the server, compare its addresses with those that DNS gives",
                    run: "ipconfig /all"),
                Remedy.inspection,
                Remedy(.fix, at: .dns, "Until it is repaired, take the address that fails out of DNS"),
            ], layer: layer)
    }
}
