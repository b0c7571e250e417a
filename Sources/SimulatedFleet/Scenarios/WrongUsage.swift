extension Scenario {
    /// A certificate from the wrong template.
    package static let wrongUsage = Scenario(
        "wrong-usage", "The certificate is for client authentication only",
        certificate: CertificateRecipe(usage: .clientAuthentication))
}
