extension Scenario {
    /// The service is stopped, or a firewall rejects.
    package static let refused = Scenario(
        "refused", "Nothing listens: the connection is refused", arrival: .refusing, datagrams: .closed)
}
