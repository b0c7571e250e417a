extension Scenario {
    /// An intrusion prevention system on the way.
    package static let resetAfterRequest = Scenario(
        "reset-after-request", "Reads the request and resets the connection", answer: .doing(.resetting))
}
