extension Scenario {
    /// Bytes of no protocol, inside TLS.
    package static let nlaGarbage = Scenario(
        "nla-garbage", "Answers CredSSP with bytes of no protocol",
        session: .doing(
            .sending([
                0xDE, 0xAD, 0xBE, 0xEF, 0x00, 0xFF, 0x13, 0x37, 0x80, 0x81, 0x82, 0x83, 0xFE, 0xED, 0xFA, 0xCE,
            ])))
}
