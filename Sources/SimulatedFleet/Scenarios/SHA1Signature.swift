extension Scenario {
    /// An authority that was never moved off SHA-1.
    package static let sha1Signature = Scenario(
        "sha1-signature", "The certificate is signed with SHA-1",
        certificate: CertificateRecipe(issuer: .legacyAuthority))
}
