/// The variable-length vectors of TLS and DTLS (RFC 5246, 4.3).
extension ByteWriter {
    /// Writes the lower three bytes of a number, most significant first: a length of TLS or DTLS.
    mutating func writeThreeBytes(_ value: Int) {
        write(UInt8(truncatingIfNeeded: value >> 16))
        writeBigEndian(UInt16(truncatingIfNeeded: value))
    }

    /// Writes a one-byte length and that many bytes; at most 255.
    mutating func writeShortVector(_ content: [UInt8]) {
        write(UInt8(clamping: content.count))
        write(content.prefix(Int(UInt8.max)))
    }

    /// Writes a two-byte length and that many bytes; at most 65,535.
    mutating func writeVector(_ content: [UInt8]) {
        writeBigEndian(UInt16(clamping: content.count))
        write(content.prefix(Int(UInt16.max)))
    }

    /// Writes two-byte numbers as a vector with a two-byte length in bytes.
    mutating func writeVector(of numbers: [UInt16]) {
        var content = ByteWriter()
        for number in numbers {
            content.writeBigEndian(number)
        }
        writeVector(content.bytes)
    }
}
