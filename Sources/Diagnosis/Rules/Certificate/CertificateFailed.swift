import FleetModel

extension Rule {
    /// The certificate could not be had for a reason that is none of its own problems.
    static let certificateFailed = Rule(
        "certificate-failed", .certificate, .warning, .certain,
        isNot: ["Not proof of a bad certificate: nobody has seen it here."]
    ) { seen in
        guard let failure = seen.failure(at: .certificate), failure.letter != nil, !failure.isAboutTheCertificate else {
            return nil
        }
        return Conclusion(
            short: "no certificate seen",
            medium: "no certificate seen",
            long: "The certificate could not be read: \(failure.words).",
            evidence: seen.evidence(upTo: .certificate),
            remedies: [Remedy.seeEveryStep, Remedy.xrdpCertificate, Remedy.listBinding],
            symptoms: [Symptom.unusableCertificate])
    }
}

extension LayerFailure {
    /// Whether another rule says what is wrong with the certificate.
    fileprivate var isAboutTheCertificate: Bool {
        guard case .certificate = self else { return false }
        return true
    }
}
