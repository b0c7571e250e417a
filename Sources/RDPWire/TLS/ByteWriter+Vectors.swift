extension ByteWriter {
    /// Writes a vector of at most 255 bytes after its length in one byte (RFC 8446, 3.4).
    mutating func writeVector8(_ content: [UInt8], field: String) throws(WireError) {
        guard let length = UInt8(exactly: content.count) else {
            throw .tooLong(field: field, length: content.count, limit: Int(UInt8.max))
        }
        write(length)
        write(content)
    }

    /// Writes a vector of at most 65,535 bytes after its length in two bytes (RFC 8446, 3.4).
    mutating func writeVector16(_ content: [UInt8], field: String) throws(WireError) {
        guard let length = UInt16(exactly: content.count) else {
            throw .tooLong(field: field, length: content.count, limit: Int(UInt16.max))
        }
        writeBigEndian(length)
        write(content)
    }
}

/// The numbers with two bytes each, most significant first.
func bigEndian(_ numbers: [UInt16]) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
}
