import FleetModel

extension Scenario {
    /// Windows Server 2012.
    package static let udpVersion1 = Scenario(
        "udp-version-1", "Speaks RDP-UDP of version 1 only",
        datagrams: .answering(.one))
}
