extension Scenario {
    /// A certificate from an authority that the client does not know.
    package static let untrustedIssuer = Scenario(
        "untrusted-issuer", "The certificate comes from an authority that nobody trusts",
        certificate: CertificateRecipe(issuer: .unknownAuthority))
}
