extension Scenario {
    /// Bytes in clear between the confirm and TLS, which a client must not take for bytes from inside TLS.
    package static let plaintextInjected = Scenario(
        "plaintext-injected", "Sends plaintext after the confirm, before the ServerHello",
        answer: .negotiating(.nlaRequired, excess: Array("PLAINTEXT-INJECTED".utf8)))
}
