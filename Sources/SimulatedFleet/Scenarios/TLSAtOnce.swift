extension Scenario {
    /// A web server or a TLS tunnel on the RDP port.
    package static let tlsAtOnce = Scenario(
        "tls-at-once", "Expects TLS at once, without X.224", arrival: .startingTLS, datagrams: .closed)
}
