import FleetModel

extension Scenario {
    /// Windows Server 2019 and later.
    package static let udpVersion3 = Scenario(
        "udp-version-3", "Speaks RDP-UDP up to version 3",
        datagrams: .answering(.three))
}
