/// What the client offers: RDP_NEG_REQ, with its correlation information.
///
/// MS-RDPBCGR 2.2.1.1.1. Eight bytes, or 44 with correlation information.
package struct NegotiationRequest: Equatable, Sendable {
    /// Modes the client insists on.
    package struct Flags: OptionSet, Hashable, Sendable {
        /// The eight bits as on the wire.
        package let rawValue: UInt8

        /// Creates a set from its eight bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The client asks for Restricted Admin: no credentials reach the server.
        package static let restrictedAdminModeRequired = Flags(rawValue: 0x01)
        /// The client asks for Remote Credential Guard.
        package static let redirectedAuthenticationModeRequired = Flags(rawValue: 0x02)
        /// Correlation information follows.
        static let correlationInfoPresent = Flags(rawValue: 0x08)
    }

    static let type: UInt8 = 0x01
    private static let size: UInt16 = 8

    /// The modes; the bit for correlation information is not among them, it follows ``correlation``.
    package let flags: Flags
    /// The protocols offered.
    package let requestedProtocols: SecurityProtocols
    /// The identifier for logs, if any.
    package let correlation: CorrelationInfo?

    /// Creates an offer.
    package init(requestedProtocols: SecurityProtocols, flags: Flags = [], correlation: CorrelationInfo? = nil) {
        self.flags = flags.subtracting(.correlationInfoPresent)
        self.requestedProtocols = requestedProtocols
        self.correlation = correlation
    }

    /// Reads the structure and, if its flag announces it, the correlation information: all that is left.
    init(from reader: inout ByteReader) throws(WireError) {
        guard reader.remaining == Int(Self.size) || reader.remaining == Int(Self.size + CorrelationInfo.size) else {
            throw .inconsistentLength(field: "RDP_NEG_REQ", stated: reader.remaining, actual: Int(Self.size))
        }
        let type = try reader.readUInt8()
        guard type == Self.type else { throw .unexpected(field: "RDP_NEG_REQ type", value: UInt64(type)) }
        let flags = Flags(rawValue: try reader.readUInt8())
        let length = try reader.readUInt16LittleEndian()
        guard length == Self.size else {
            throw .inconsistentLength(field: "RDP_NEG_REQ length", stated: Int(length), actual: Int(Self.size))
        }
        let requestedProtocols = SecurityProtocols(rawValue: try reader.readUInt32LittleEndian())
        let correlation: CorrelationInfo?
        if flags.contains(.correlationInfoPresent) {
            guard reader.remaining > 0 else {
                throw .inconsistentLength(field: "CorrelationInfo", stated: 0, actual: Int(CorrelationInfo.size))
            }
            correlation = try CorrelationInfo(from: &reader)
        } else {
            correlation = nil
        }
        self.init(requestedProtocols: requestedProtocols, flags: flags, correlation: correlation)
    }

    /// Writes the structure and the correlation information.
    func encode(into writer: inout ByteWriter) {
        writer.write(Self.type)
        writer.write(correlation == nil ? flags.rawValue : flags.union(.correlationInfoPresent).rawValue)
        writer.writeLittleEndian(Self.size)
        writer.writeLittleEndian(requestedProtocols.rawValue)
        correlation?.encode(into: &writer)
    }
}
