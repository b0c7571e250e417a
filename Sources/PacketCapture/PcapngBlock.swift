/// The blocks of a pcapng file (draft-ietf-opsawg-pcapng, 3 and 4), in little-endian order.
enum PcapngBlock {
    /// The link type of packets that begin with their IP header (LINKTYPE_RAW).
    private static let rawIP: UInt16 = 101
    /// The type of TLS secrets in a Decryption Secrets Block: `TLSK` as a number.
    private static let tlsKeyLog: UInt32 = 0x544C_534B

    /// Section Header Block.
    static func sectionHeader(comment: String, application: String) -> [UInt8] {
        var body = little(0x1A2B_3C4D as UInt32) + little(1 as UInt16) + little(0 as UInt16)
        // The section's length is not told: a reader goes on until the file ends.
        body += little(UInt64.max)
        body += option(1, comment) + option(4, application) + endOfOptions
        return block(0x0A0D_0D0A, body)
    }

    /// Interface Description Block: raw IP, times in microseconds.
    static func interface() -> [UInt8] {
        let microseconds = little(9 as UInt16) + little(1 as UInt16) + [6, 0, 0, 0]
        return block(1, little(rawIP) + little(0 as UInt16) + little(0 as UInt32) + microseconds + endOfOptions)
    }

    /// Decryption Secrets Block with the lines of a key log.
    static func tlsSecrets(_ lines: [String]) -> [UInt8] {
        let log = Array(lines.map { $0 + "\n" }.joined().utf8)
        return block(10, little(tlsKeyLog) + little(UInt32(clamping: log.count)) + padded(log))
    }

    /// Enhanced Packet Block, with a comment where there is something to say.
    static func packet(_ bytes: [UInt8], microseconds: Int64, comment: String? = nil) -> [UInt8] {
        let time = UInt64(bitPattern: max(0, microseconds))
        let length = little(UInt32(clamping: bytes.count))
        let stamp = little(UInt32(truncatingIfNeeded: time >> 32)) + little(UInt32(truncatingIfNeeded: time))
        let options = comment.map { option(1, $0) + endOfOptions } ?? []
        return block(6, little(0 as UInt32) + stamp + length + length + padded(bytes) + options)
    }

    private static let endOfOptions: [UInt8] = [0, 0, 0, 0]

    private static func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
        let length = little(UInt32(clamping: body.count + 12))
        return little(type) + length + body + length
    }

    private static func option(_ code: UInt16, _ text: String) -> [UInt8] {
        let bytes = Array(text.utf8.prefix(Int(UInt16.max)))
        return little(code) + little(UInt16(bytes.count)) + padded(bytes)
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
