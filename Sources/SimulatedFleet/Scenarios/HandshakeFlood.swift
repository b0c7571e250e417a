extension Scenario {
    /// Records of a handshake message of 16 MB, the most its length field can say.
    package static let handshakeFlood = Scenario(
        "handshake-flood", "Answers the ClientHello with 100 MB",
        handshake: .answeringClientHello(
            .flooding(
                head: [0x16, 0x03, 0x03, 0x40, 0x00, 0x02, 0xFF, 0xFF, 0xFF, 0x03, 0x03], byteCount: 100_000_000)))
}
