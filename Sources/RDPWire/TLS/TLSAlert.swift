/// A TLS alert in the clear, as a server sends it before keys are agreed.
///
/// RFC 8446, section 6.
package struct TLSAlert: Equatable, Sendable {
    /// How bad it is, in the sender's view; TLS 1.3 goes by the description alone.
    package enum Level: UInt8, Sendable {
        /// The sender goes on.
        case warning = 1
        /// The sender ends the connection.
        case fatal = 2
    }

    /// The size of an alert in bytes.
    package static let size = 2

    /// The level.
    package let level: Level
    /// What the sender says is wrong.
    package let description: TLSAlertDescription

    /// Creates an alert.
    package init(level: Level, description: TLSAlertDescription) {
        self.level = level
        self.description = description
    }

    /// Decodes exactly two bytes, the content of an alert record.
    package init(decoding content: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(content)
        try self.init(from: &reader)
        try reader.expectEnd(of: "TLS alert")
    }

    /// Reads two bytes.
    init(from reader: inout ByteReader) throws(WireError) {
        let rawLevel = try reader.readUInt8()
        guard let level = Level(rawValue: rawLevel) else {
            throw .unexpected(field: "TLS alert level", value: UInt64(rawLevel))
        }
        self.init(level: level, description: TLSAlertDescription(rawValue: try reader.readUInt8()))
    }

    /// The alert as a whole record.
    package func record(version: TLSVersion) -> [UInt8] {
        TLSRecordHeader(contentType: .alert, version: version, length: UInt16(Self.size)).encoded
            + [level.rawValue, description.rawValue]
    }

    /// Whether the handshake is over: anything but a warning, and close_notify.
    package var endsHandshake: Bool {
        level == .fatal || description == .closeNotify
    }
}
