import FleetModel

extension Rule {
    /// The handshake fails with the server's name in it (SNI) and passes without.
    static let variantServerName = Rule(
        "variant-server-name", .tls, .down, .likely, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers the same offer without the name."]
    ) { seen in
        guard seen.failsBeforeServerHello, seen.passing(at: .tls, { !$0.sendsServerName }) != nil,
            seen.passesInSeveralWays == nil
        else { return nil }
        return Conclusion(
            short: "cut only with SNI",
            medium: "fails only with its name in TLS (SNI)",
            long: "The handshake fails when it names the server (SNI), and passes when it does not. A device between "
                + "that decides by names, or a service that does not know this one, is probably why.",
            evidence: seen.evidence(upTo: .tls) + ["asked for \(seen.server.name)"],
            remedies: [
                Remedy.compareNearby,
                Remedy(.check, at: .between, "If a proxy forwards by names, let it know the name that users type"),
                Remedy.inspection,
            ], symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls))
    }
}
