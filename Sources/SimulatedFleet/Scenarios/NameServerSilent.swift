extension Scenario {
    /// Queries for this name get lost.
    package static let nameServerSilent = Scenario(
        "name-server-silent", "The name server does not answer for its name", name: .silence)
}
