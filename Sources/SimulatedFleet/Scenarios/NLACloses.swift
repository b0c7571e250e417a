extension Scenario {
    /// CredSSP is broken, or a client of this kind is not wanted.
    package static let nlaCloses = Scenario(
        "nla-closes", "Closes at the first message of CredSSP",
        session: .doing(.closing))
}
