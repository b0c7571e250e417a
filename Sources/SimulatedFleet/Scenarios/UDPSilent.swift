extension Scenario {
    /// A firewall that drops UDP, the usual case.
    package static let udpSilent = Scenario(
        "udp-silent", "Its UDP port takes datagrams and says nothing",
        datagrams: .silent)
}
