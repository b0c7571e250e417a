extension Scenario {
    /// SERVFAIL: the zone is broken, or its servers are out of reach.
    package static let nameServerFails = Scenario(
        "name-server-fails", "The name server answers SERVFAIL", name: .serverFailure)
}
