extension Scenario {
    /// NXDOMAIN: the server was renamed, or its record was removed.
    package static let noSuchName = Scenario(
        "no-such-name", "Its name does not exist", name: .noSuchName)
}
