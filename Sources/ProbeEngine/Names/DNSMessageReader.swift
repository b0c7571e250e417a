/// A name as labels of bytes, in lower case so that equality is that of RFC 4343.
struct DNSWireName: Sendable, Hashable {
    /// The labels without the root.
    var labels: [[UInt8]] = []

    /// The labels joined by dots; bytes that are not ASCII become `U+FFFD`.
    var text: String { labels.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".") }
}

/// A bounds-checked cursor over a DNS message (RFC 1035, 4.1).
struct DNSMessageReader {
    private let message: [UInt8]
    private var offset = 0

    init(_ message: [UInt8]) {
        self.message = message
    }

    /// The place `count` bytes on, which must be inside the message.
    func position(after count: Int) throws(DNSMessageError) -> Int {
        guard count <= message.count - offset else { throw .truncated(offset: message.count) }
        return offset + count
    }

    /// Goes on at a place that `position(after:)` gave.
    mutating func seek(to position: Int) {
        offset = position
    }

    /// The next bytes.
    mutating func bytes(_ count: Int) throws(DNSMessageError) -> [UInt8] {
        let end = try position(after: count)
        defer { offset = end }
        return Array(message[offset..<end])
    }

    /// The next two bytes, most significant first.
    mutating func uint16() throws(DNSMessageError) -> UInt16 {
        try bytes(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// The next four bytes, most significant first.
    mutating func uint32() throws(DNSMessageError) -> UInt32 {
        try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The name here, its pointers followed (RFC 1035, 4.1.4).
    ///
    /// Every pointer must lead to before the place where the labels it ends began, so that no chain of them can loop.
    mutating func name() throws(DNSMessageError) -> DNSWireName {
        var name = DNSWireName()
        var length = 1
        var cursor = offset
        var start = offset
        var end: Int?
        while true {
            let byte = try byte(at: cursor)
            switch byte {
            case 0:
                offset = end ?? cursor + 1
                return name
            case 1...63:
                length += Int(byte) + 1
                guard length <= 255 else { throw .badName(offset: cursor) }
                guard cursor + 1 + Int(byte) <= message.count else { throw .truncated(offset: message.count) }
                name.labels.append(message[(cursor + 1)..<(cursor + 1 + Int(byte))].map(lowercased))
                cursor += 1 + Int(byte)
            case 0xC0...0xFF:
                let target = Int(byte & 0x3F) << 8 | Int(try self.byte(at: cursor + 1))
                guard target < start else { throw .badName(offset: cursor) }
                end = end ?? cursor + 2
                (cursor, start) = (target, target)
            default:
                throw .badName(offset: cursor)
            }
        }
    }

    private func byte(at index: Int) throws(DNSMessageError) -> UInt8 {
        guard index < message.count else { throw .truncated(offset: message.count) }
        return message[index]
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
