extension Scenario {
    /// The certificate store of the server lacks the intermediate.
    package static let missingIntermediate = Scenario(
        "missing-intermediate", "The intermediate certificate is not sent",
        certificate: CertificateRecipe(issuer: .authorityAlone))
}
