extension Scenario {
    /// A template from before 2014.
    package static let weakKey = Scenario(
        "weak-key", "The certificate has an RSA key of 1024 bits", certificate: CertificateRecipe(key: .rsa1024))
}
