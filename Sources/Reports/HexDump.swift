import FleetModel

/// Bytes as people read them: where they stand, sixteen in hexadecimal, and the same in ASCII.
enum HexDump {
    /// One line for every sixteen bytes: `0010  65 3a 20 6d ...  e: m...`; `.` stands for what is not printable.
    static func lines(of bytes: [UInt8]) -> [String] {
        stride(from: 0, to: bytes.count, by: 16).map { start in
            let row = bytes[start..<min(start + 16, bytes.count)]
            let text = row.map { (0x20...0x7E).contains($0) ? String(Unicode.Scalar($0)) : "." }.joined()
            let offset = hexadecimal(UInt32(truncatingIfNeeded: start), digits: 4)
            return "\(offset)  \(padded(hexadecimal(row, separator: " "), 47))  \(text)"
        }
    }
}
