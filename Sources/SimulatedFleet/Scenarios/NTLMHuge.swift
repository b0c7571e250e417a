extension Scenario {
    /// A TSRequest that promises 16 MB (MS-CSSP 2.2.1), and then far more.
    package static let ntlmHuge = Scenario(
        "ntlm-huge", "Answers CredSSP with 100 MB",
        session: .doing(
            .flooding(head: [0x30, 0x84, 0x01, 0x00, 0x00, 0x00, 0xA0, 0x03, 0x02, 0x01, 0x06], byteCount: 100_000_000))
    )
}
