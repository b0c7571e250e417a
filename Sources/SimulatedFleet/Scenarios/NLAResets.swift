extension Scenario {
    /// The process behind the listener ends in that moment.
    package static let nlaResets = Scenario(
        "nla-resets", "Resets the connection at the first message of CredSSP",
        session: .doing(.resetting))
}
