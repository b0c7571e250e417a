extension Scenario {
    /// A server or a filter that does not like the request.
    package static let closesAfterRequest = Scenario(
        "closes-after-request", "Reads the request and closes", answer: .doing(.closing))
}
