extension Scenario {
    /// A TPKT header that promises 65,535 bytes, and then far more.
    package static let flood = Scenario(
        "flood", "Answers the request with 100 MB",
        answer: .doing(.flooding(head: [0x03, 0x00, 0xFF, 0xFF, 0xFE, 0xD0], byteCount: 100_000_000)))
}
