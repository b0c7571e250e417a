extension Scenario {
    /// A Windows Server as it comes: it makes its certificate itself and renews it when it ends.
    package static let healthySelfSigned = Scenario(
        "healthy-self-signed", "NLA, TLS 1.3, a self-signed certificate in the shape Windows makes (RSA, 182 days)",
        certificate: .windowsSelfSigned, session: .challenging(ChallengeRecipe(build: .server2025)))
}
