/// What a device between does to the packets of one connection, in the language of nft(8).
///
/// A list of matches with verdicts, each of them for what a client sends to the RDP port.
struct MiddleBox: Sendable {
    let rules: [String]

    /// Resets each connection in which a packet holds these bytes.
    static func reset(on bytes: [UInt8]) -> MiddleBox { search(for: bytes, then: cut) }

    /// Loses each packet that holds these bytes.
    static func lose(_ bytes: [UInt8]) -> MiddleBox { search(for: bytes, then: "drop") }

    /// Resets each connection at the first packet whose data begin like this.
    static func reset(atBeginning bytes: [UInt8]) -> MiddleBox {
        MiddleBox(rules: ["\(match(bytes, at: 0)) \(cut)"])
    }

    /// Lets connections be made, and loses all data.
    ///
    /// A packet without data has at most 60 bytes for each of its two headers.
    static let swallowing = MiddleBox(rules: ["@ih,0,8 0-255 drop"])

    /// Loses packets with more than so many bytes, headers included.
    static func losing(longerThan bytes: Int) -> MiddleBox { MiddleBox(rules: ["meta length > \(bytes) drop"]) }

    /// Resets every other connection, beginning with the first.
    static let moody = MiddleBox(rules: ["tcp flags & (syn | ack) == syn numgen inc mod 2 == 0 \(cut)"])

    /// Refuses every connection.
    static let closed = MiddleBox(rules: [cut])

    private static let cut = "reject with tcp reset"

    /// nft(8) compares at one place only: a rule for each place where the bytes may begin.
    ///
    /// A ClientHello with 32 bytes of session and some twenty suites has its extensions within the first 500 bytes; a
    /// comparison beyond the end of a packet never fits.
    private static func search(for bytes: [UInt8], then verdict: String) -> MiddleBox {
        MiddleBox(rules: (0..<500).map { "\(match(bytes, at: $0)) \(verdict)" })
    }

    /// Compares the data of a TCP packet at a place; nft(8) takes 16 bytes at most.
    private static func match(_ bytes: [UInt8], at offset: Int) -> String {
        let compared = bytes.prefix(16)
        let digits = compared.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "@ih,\(offset * 8),\(compared.count * 8) 0x\(digits)"
    }
}
