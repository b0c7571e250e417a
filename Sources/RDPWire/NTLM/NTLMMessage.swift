/// What all NTLM messages have in common: a signature, a type, and fields that point to text behind the header.
///
/// MS-NLMP 2.2.1.
package enum NTLMMessage {
    /// The first eight bytes of every message.
    package static let signature = Array("NTLMSSP\0".utf8)

    /// The messages read or written here; there is none of type 3, AUTHENTICATE.
    enum MessageType: UInt32 {
        case negotiate = 1
        case challenge = 2
    }

    /// The longest name read or written, in bytes: a DNS name has at most 255 characters.
    static let nameLimit = 1_024

    /// The NTLM message in a token: the token itself, or what SPNEGO wraps around it left away.
    ///
    /// - Returns: Everything from the first signature on; `nil` when there is none.
    package static func find(in token: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        token.indices.first { token[$0] == signature[0] && token[$0...].starts(with: signature) }.map { token[$0...] }
    }

    /// Whether a message says that it is a CHALLENGE, whatever else is wrong with it.
    package static func isChallenge(_ message: ArraySlice<UInt8>) -> Bool {
        var reader = ByteReader(message)
        do {
            try readHeader(of: .challenge, from: &reader)
            return true
        } catch {
            return false
        }
    }

    /// Reads signature and type, which must be `type`.
    static func readHeader(of type: MessageType, from reader: inout ByteReader) throws(WireError) {
        for expected in signature {
            let byte = try reader.readUInt8()
            guard byte == expected else { throw .unexpected(field: "NTLM signature", value: UInt64(byte)) }
        }
        let raw = try reader.readUInt32LittleEndian()
        guard raw == type.rawValue else { throw .unexpected(field: "NTLM message type", value: UInt64(raw)) }
    }
}

/// Where in an NTLM message a field of variable length stands: length, room, offset (MS-NLMP 2.2.1.2).
struct NTLMPayloadField {
    private let length: UInt16
    private let offset: UInt32

    /// Creates a field of `length` bytes that stands `offset` bytes after the message's start.
    init(length: UInt16, offset: UInt32) {
        self.length = length
        self.offset = offset
    }

    /// Reads the eight bytes; the room does not matter.
    init(from reader: inout ByteReader) throws(WireError) {
        length = try reader.readUInt16LittleEndian()
        _ = try reader.readUInt16LittleEndian()
        offset = try reader.readUInt32LittleEndian()
    }

    /// Writes the eight bytes.
    func encode(into writer: inout ByteWriter) {
        writer.writeLittleEndian(length)
        writer.writeLittleEndian(length)
        writer.writeLittleEndian(offset)
    }

    /// The bytes it points to in `message`; none for an empty field, wherever that points.
    func bytes(of message: ArraySlice<UInt8>) throws(WireError) -> ArraySlice<UInt8> {
        guard length > 0 else { return [] }
        var reader = ByteReader(message)
        _ = try reader.readBytes(Int(offset))
        return try reader.readBytes(Int(length))
    }
}
