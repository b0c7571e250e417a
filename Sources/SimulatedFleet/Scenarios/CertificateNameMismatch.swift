extension Scenario {
    /// A renamed or cloned server.
    package static let certificateNameMismatch = Scenario(
        "certificate-name-mismatch", "The certificate is for another name",
        certificate: CertificateRecipe(names: .other("old-farm.demo.example")))
}
