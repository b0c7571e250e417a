import FleetModel

extension Rule {
    /// The handshake fails with TLS 1.3 in the offer and passes without.
    static let variantTLS13 = Rule("variant-tls13", .tls, .down, .likely) { seen in
        guard seen.failsBeforeServerHello, seen.passes(.tls12), seen.passesInSeveralWays == nil else { return nil }
        return Conclusion(
            short: "cut only with TLS 1.3",
            medium: "fails only when TLS 1.3 is offered",
            long:
                "The handshake fails when TLS 1.3 is in the offer, and passes without. A server that does not know it "
                + "picks an older version; a device between that inspects TLS is probably why. Users may see 0x904.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.inspection,
                Remedy(
                    .fix, at: .between,
                    "Bring that device up to date; its maker probably knows the problem with TLS 1.3"),
                Remedy(
                    .check, at: .here, "Compare from a machine in the server's own network",
                    run: "rdptop check {server}", in: .sh),
            ])
    }
}
