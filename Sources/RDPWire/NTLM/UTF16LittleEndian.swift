/// The names of NTLM: UTF-16, least significant byte first, without a mark and without an end.
enum UTF16LittleEndian {
    /// Reads at most ``NTLMMessage/nameLimit`` bytes; half a surrogate pair becomes U+FFFD.
    static func decode(_ bytes: ArraySlice<UInt8>, field: String) throws(WireError) -> String {
        try checkLength(bytes.count, field: field)
        guard bytes.count.isMultiple(of: 2) else {
            throw .inconsistentLength(field: field, stated: bytes.count, actual: bytes.count - 1)
        }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Writes at most ``NTLMMessage/nameLimit`` bytes.
    static func encode(_ text: String, field: String) throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        for unit in text.utf16 { writer.writeLittleEndian(unit) }
        try checkLength(writer.bytes.count, field: field)
        return writer.bytes
    }

    private static func checkLength(_ length: Int, field: String) throws(WireError) {
        guard length <= NTLMMessage.nameLimit else {
            throw .tooLong(field: field, length: length, limit: NTLMMessage.nameLimit)
        }
    }
}
