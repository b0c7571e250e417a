import FleetModel

extension Rule {
    /// Only an offer passes that no current client makes.
    static let variantObsolete = Rule("variant-obsolete", .tls, .down, .certain) { seen in
        guard seen.passes(.obsolete), !seen.passes(.tls10), !seen.passes(.tls12), !seen.passes(.tls12Legacy) else {
            return nil
        }
        return Conclusion(
            short: "only obsolete TLS",
            medium: "answers only an obsolete TLS offer",
            long: "The server answers only what no current client offers: SSL 3.0 to TLS 1.0 with RC4 or 3DES. The TLS "
                + "library here is too new to go on from there, so its certificate is not seen.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.enableTLS12,
                Remedy.oldWindows,
                Remedy.cipherPolicy,
                Remedy(.check, at: .server, "If it cannot be updated, restrict who may reach it"),
            ])
    }
}
