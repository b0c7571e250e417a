extension Scenario {
    /// A connection limit, or a load balancer without a server behind it.
    package static let closesAfterConnect = Scenario(
        "closes-after-connect", "Closes as soon as the connection stands", arrival: .doing(.closing))
}
