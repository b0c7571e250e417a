extension Scenario {
    /// A server that has no IPv4 address.
    package static let ipv6Only = Scenario(
        "ipv6-only", "Healthy; its name has an AAAA record only", name: .ipv6Only)
}
