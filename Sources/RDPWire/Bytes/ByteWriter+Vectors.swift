/// The variable-length vectors of TLS and DTLS.
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

    /// Writes a vector of at most 16,777,215 bytes after its length in three bytes (RFC 8446, 3.4).
    mutating func writeVector24(_ content: [UInt8], field: String) throws(WireError) {
        guard content.count <= 0xFF_FFFF else {
            throw .tooLong(field: field, length: content.count, limit: 0xFF_FFFF)
        }
        writeThreeBytes(content.count)
        write(content)
    }

    /// Writes the lower three bytes of a number, most significant first.
    mutating func writeThreeBytes(_ value: Int) {
        write(UInt8(truncatingIfNeeded: value >> 16))
        writeBigEndian(UInt16(truncatingIfNeeded: value))
    }
}

/// The numbers with two bytes each, most significant first.
func bigEndian(_ numbers: [UInt16]) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
}
