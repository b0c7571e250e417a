extension Scenario {
    /// The service reads the request and hangs.
    package static let silentAfterRequest = Scenario(
        "silent-after-request", "Reads the request and never answers", answer: .doing(.stayingSilent))
}
