extension Scenario {
    /// The local security authority hangs.
    package static let nlaSilent = Scenario(
        "nla-silent", "Never answers the first message of CredSSP",
        session: .doing(.stayingSilent))
}
