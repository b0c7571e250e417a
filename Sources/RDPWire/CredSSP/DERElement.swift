/// One element of the Distinguished Encoding Rules: a tag of one byte, a length, and that many bytes.
///
/// ITU-T X.690, section 8.1, as far as CredSSP needs it: definite lengths of at most four bytes, tags below 31. Lengths
/// longer than necessary are read, because old encoders write them.
struct DERElement {
    /// The tags of CredSSP (MS-CSSP 2.2.1).
    enum Tag {
        static let integer: UInt8 = 0x02
        static let octetString: UInt8 = 0x04
        static let sequence: UInt8 = 0x30

        /// The explicit tag `[number]`.
        static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }
    }

    /// The tag, class and form included.
    let tag: UInt8
    /// What the element holds.
    let content: ArraySlice<UInt8>

    /// The most bytes that a length may take after its first.
    private static let lengthLimit = 4

    /// Creates an element.
    init(_ tag: UInt8, _ content: ArraySlice<UInt8>) {
        self.tag = tag
        self.content = content
    }

    /// Creates an element that holds others.
    init(_ tag: UInt8, _ elements: [DERElement]) {
        self.init(tag, elements.flatMap(\.encoded)[...])
    }

    /// Creates an INTEGER of as few bytes as the unsigned number needs, its sign included.
    init(unsigned value: UInt32) {
        let significantBits = value.bitWidth - value.leadingZeroBitCount
        self.init(Tag.integer, bigEndianBytes(of: UInt64(value)).suffix(1 + significantBits / 8))
    }

    /// Creates the INTEGER of an NTSTATUS: its four bytes, as peers send it, with no zero byte before them.
    init(status value: UInt32) {
        self.init(Tag.integer, bigEndianBytes(of: value)[...])
    }

    /// Reads the next element, whatever it is.
    init(from reader: inout ByteReader) throws(WireError) {
        tag = try reader.readUInt8()
        guard tag & 0x1F != 0x1F else { throw .unexpected(field: "DER tag", value: UInt64(tag)) }
        content = try reader.readBytes(try Self.length(from: &reader))
    }

    /// Reads the next element, which must have the tag `tag`.
    init(_ tag: UInt8, from reader: inout ByteReader, field: String) throws(WireError) {
        try self.init(from: &reader)
        guard self.tag == tag else { throw .unexpected(field: field, value: UInt64(self.tag)) }
    }

    /// Reads the first element inside this one, which must have the tag `tag`; what follows it does not matter.
    func first(_ tag: UInt8, field: String) throws(WireError) -> DERElement {
        var reader = ByteReader(content)
        return try DERElement(tag, from: &reader, field: field)
    }

    /// Reads a length (X.690, 8.1.3).
    static func length(from reader: inout ByteReader) throws(WireError) -> Int {
        let first = try reader.readUInt8()
        guard first & 0x80 != 0 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard count > 0 else { throw .unexpected(field: "DER length", value: UInt64(first)) }
        guard count <= lengthLimit else {
            throw .tooLong(field: "DER length", length: count, limit: lengthLimit)
        }
        return try reader.readBytes(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// The content as an unsigned number of at most 32 bits, with or without a leading zero byte.
    func unsigned(_ field: String) throws(WireError) -> UInt32 {
        let digits = content.count == 5 && content.first == 0 ? content.dropFirst() : content
        guard !digits.isEmpty else { throw .truncated(needed: 1, have: 0) }
        guard digits.count <= 4 else { throw .tooLong(field: field, length: content.count, limit: 4) }
        return digits.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Tag, length and content.
    var encoded: [UInt8] {
        guard content.count >= 0x80 else { return [tag, UInt8(content.count)] + content }
        let length = bigEndianBytes(of: UInt64(content.count)).drop { $0 == 0 }
        return [tag, 0x80 | UInt8(length.count)] + length + content
    }
}

/// The bytes of a number, most significant first.
private func bigEndianBytes(of value: some FixedWidthInteger) -> [UInt8] {
    stride(from: value.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
}
