extension Scenario {
    /// SelectTransport = 1: only TCP.
    package static let udpClosed = Scenario(
        "udp-closed", "Nothing listens at its UDP port",
        datagrams: .closed)
}
