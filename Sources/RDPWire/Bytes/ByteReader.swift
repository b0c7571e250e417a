/// A bounds-checked cursor over received bytes.
///
/// The only place of this target that cuts bytes out of a message: whatever reads past the end throws
/// ``WireError/truncated(needed:have:)``, counted from the byte at which this reader began.
struct ByteReader {
    private var rest: ArraySlice<UInt8>
    private let total: Int

    /// Creates a reader at the first of `bytes`.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
        total = bytes.count
    }

    /// The number of bytes not read yet.
    var remaining: Int { rest.count }

    /// The next byte, left in place; `nil` at the end.
    var next: UInt8? { rest.first }

    /// Reads one byte.
    mutating func readUInt8() throws(WireError) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .truncated(needed: total + 1, have: total) }
        return byte
    }

    /// Reads two bytes, most significant first.
    mutating func readUInt16BigEndian() throws(WireError) -> UInt16 {
        UInt16(truncatingIfNeeded: try readBigEndian(byteCount: 2))
    }

    /// Reads two bytes, least significant first.
    mutating func readUInt16LittleEndian() throws(WireError) -> UInt16 {
        try readUInt16BigEndian().byteSwapped
    }

    /// Reads three bytes, most significant first: the length of a TLS handshake message.
    mutating func readUInt24BigEndian() throws(WireError) -> Int {
        Int(try readBigEndian(byteCount: 3))
    }

    /// Reads four bytes, most significant first.
    mutating func readUInt32BigEndian() throws(WireError) -> UInt32 {
        try readBigEndian(byteCount: 4)
    }

    /// Reads four bytes, least significant first.
    mutating func readUInt32LittleEndian() throws(WireError) -> UInt32 {
        try readBigEndian(byteCount: 4).byteSwapped
    }

    /// Reads eight bytes, least significant first.
    mutating func readUInt64LittleEndian() throws(WireError) -> UInt64 {
        try readBytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads `count` bytes as a view of the received ones.
    mutating func readBytes(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else {
            throw .truncated(needed: total - rest.count + max(0, count), have: total)
        }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Reads everything that is left.
    mutating func readRest() -> ArraySlice<UInt8> {
        defer { rest = [] }
        return rest
    }

    /// Refuses bytes after the end of a message whose length `field` says that it is over.
    func expectEnd(of field: String) throws(WireError) {
        guard rest.isEmpty else {
            throw .inconsistentLength(field: field, stated: total - rest.count, actual: total)
        }
    }

    private mutating func readBigEndian(byteCount: Int) throws(WireError) -> UInt32 {
        try readBytes(byteCount).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
