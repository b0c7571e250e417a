extension Scenario {
    /// Something else at the UDP port.
    package static let udpGarbage = Scenario(
        "udp-garbage", "Answers datagrams with bytes of no protocol",
        datagrams: .sending([
            0xDE, 0xAD, 0xBE, 0xEF, 0x00, 0xFF, 0x13, 0x38, 0x80, 0x81, 0x82, 0x83, 0xFE, 0xED, 0xFA, 0xCE,
        ]))
}
