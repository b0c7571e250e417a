/// Builds a message byte by byte.
struct ByteWriter {
    /// What has been written so far.
    private(set) var bytes: [UInt8] = []

    /// Writes one byte.
    mutating func write(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Writes bytes as they are.
    mutating func write(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Writes two bytes, most significant first.
    mutating func writeBigEndian(_ value: UInt16) {
        write(UInt8(truncatingIfNeeded: value >> 8))
        write(UInt8(truncatingIfNeeded: value))
    }

    /// Writes two bytes, least significant first.
    mutating func writeLittleEndian(_ value: UInt16) {
        writeBigEndian(value.byteSwapped)
    }

    /// Writes four bytes, most significant first.
    mutating func writeBigEndian(_ value: UInt32) {
        writeBigEndian(UInt16(truncatingIfNeeded: value >> 16))
        writeBigEndian(UInt16(truncatingIfNeeded: value))
    }

    /// Writes four bytes, least significant first.
    mutating func writeLittleEndian(_ value: UInt32) {
        writeLittleEndian(UInt16(truncatingIfNeeded: value))
        writeLittleEndian(UInt16(truncatingIfNeeded: value >> 16))
    }

    /// Writes eight bytes, least significant first.
    mutating func writeLittleEndian(_ value: UInt64) {
        writeLittleEndian(UInt32(truncatingIfNeeded: value))
        writeLittleEndian(UInt32(truncatingIfNeeded: value >> 32))
    }
}
