import FleetModel

extension Rule {
    /// Whether it is trusted could not be worked out.
    static let certificateTrustUndecided = Rule("certificate-trust-undecided", .certificate, .note, .certain) { seen in
        guard case .undecided(let reason) = seen.certificate?.trust, !seen.has(.untrusted) else { return nil }
        return Conclusion(
            short: "cert trust undecided",
            medium: "trust of the cert was not worked out",
            long: "Whether the certificate leads to a trusted authority could not be worked out here.",
            evidence: seen.certificateEvidence + ["why: \(reason)"],
            remedies: [
                Remedy(.check, at: .here, "See the certificate in full", run: "rdptop trace {server}", in: .sh)
            ])
    }
}
