import FleetModel

extension Rule {
    /// From an authority that is not known here.
    static let certificateUnknownAuthority = Rule(
        "certificate-unknown-authority", .certificate, .note, .certain, symptoms: [Symptom.certificateWarning.doubted],
        isNot: ["Not a warning to users whose computers trust that authority."]
    ) { seen in
        guard case .unknownAuthority(let authority) = seen.certificate?.trust, !seen.expectsAnotherCertificate else {
            return nil
        }
        return Conclusion(
            short: "cert authority unknown",
            medium: "authority of the certificate unknown",
            long: "The certificate leads to an authority that this machine does not trust. The clients may "
                + "well trust it.",
            evidence: seen.certificateEvidence + ["authority \(authority)"],
            remedies: [
                Remedy(
                    .check, at: .client,
                    "On a client of the domain, see whether the authority is among the trusted ones",
                    run: #"Get-ChildItem Cert:\LocalMachine\Root | Sort-Object Subject | Format-Table Subject"#),
                Remedy.trustAuthority,
            ])
    }
}
