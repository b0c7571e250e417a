/// One X.224 message as it lies in its TPKT packet: the code and what follows it.
///
/// ITU-T X.224, section 13. Only the TPDUs of class 0 that an RDP server or client sends before security starts.
struct TPDU {
    /// The kind of a TPDU: its second byte.
    enum Code: UInt8, Sendable {
        case connectionRequest = 0xE0
        case connectionConfirm = 0xD0
        case disconnectRequest = 0x80
        case error = 0x70
        case data = 0xF0
    }

    /// The largest length indicator; 255 is reserved (X.224, 13.2.1).
    static let maximumLengthIndicator = 254

    /// The kind.
    let code: Code
    /// The rest of the header: fixed and variable part, after the code.
    let header: ArraySlice<UInt8>
    /// What follows the header; only a data TPDU has any.
    let userData: ArraySlice<UInt8>

    /// Decodes exactly one packet, TPKT header included.
    init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(packet)
        let length = Int(try TPKTHeader(from: &reader).length)
        guard packet.count >= length else { throw .truncated(needed: length, have: packet.count) }
        guard packet.count == length else {
            throw .inconsistentLength(field: "TPKT length", stated: length, actual: packet.count)
        }
        let lengthIndicator = Int(try reader.readUInt8())
        guard lengthIndicator >= 1, lengthIndicator <= reader.remaining else {
            throw .inconsistentLength(field: "length indicator", stated: lengthIndicator, actual: reader.remaining)
        }
        let rawCode = try reader.readUInt8()
        guard let code = Code(rawValue: rawCode) else {
            throw .unexpected(field: "TPDU code", value: UInt64(rawCode))
        }
        self.code = code
        header = try reader.readBytes(lengthIndicator - 1)
        userData = reader.readRest()
        guard code == .data || userData.isEmpty else {
            throw .inconsistentLength(
                field: "length indicator", stated: lengthIndicator, actual: lengthIndicator + userData.count)
        }
    }

    /// A reader of the header, once the code is known to be the wanted one and at least `minimum` bytes follow it.
    func headerReader(expecting wanted: Code, minimum: Int) throws(WireError) -> ByteReader {
        guard code == wanted else { throw .unexpected(field: "TPDU code", value: UInt64(code.rawValue)) }
        guard header.count >= minimum else {
            throw .inconsistentLength(field: "length indicator", stated: header.count + 1, actual: minimum + 1)
        }
        return ByteReader(header)
    }

    /// The packet, TPKT header included, of a TPDU without user data.
    static func packet(_ code: Code, header: [UInt8]) throws(WireError) -> [UInt8] {
        let lengthIndicator = header.count + 1
        guard lengthIndicator <= maximumLengthIndicator else {
            throw .tooLong(field: "X.224 header", length: lengthIndicator, limit: maximumLengthIndicator)
        }
        var writer = ByteWriter()
        TPKTHeader(length: UInt16(TPKTHeader.size + 1 + lengthIndicator)).encode(into: &writer)
        writer.write(UInt8(lengthIndicator))
        writer.write(code.rawValue)
        writer.write(header)
        return writer.bytes
    }
}
