/// One attribute of the target of NTLM: AV_PAIR, MS-NLMP 2.2.2.1. Text is always UTF-16.
package enum AVPair: Equatable, Sendable {
    /// MsvAvNbComputerName: the computer's NetBIOS name.
    case computerName(String)
    /// MsvAvNbDomainName: the domain's NetBIOS name; the computer's in a workgroup.
    case domainName(String)
    /// MsvAvDnsComputerName: the computer's full name.
    case dnsComputerName(String)
    /// MsvAvDnsDomainName: the domain's name in DNS.
    case dnsDomainName(String)
    /// MsvAvDnsTreeName: the forest; absent in a workgroup.
    case dnsTreeName(String)
    /// MsvAvTimestamp: the server's clock.
    case timestamp(FileTime)
    /// Any other attribute, as it came.
    case other(identifier: UInt16, value: [UInt8])

    /// The most attributes of a list; eleven are specified.
    package static let countLimit = 64
    /// The size of a list that an NTLM message can state.
    private static let listLimit = Int(UInt16.max)

    private enum Identifier {
        static let end: UInt16 = 0
        static let computerName: UInt16 = 1
        static let domainName: UInt16 = 2
        static let dnsComputerName: UInt16 = 3
        static let dnsDomainName: UInt16 = 4
        static let dnsTreeName: UInt16 = 5
        static let timestamp: UInt16 = 7
    }

    /// Reads a list up to its end, MsvAvEOL; what follows that does not matter.
    static func decodeList(_ bytes: ArraySlice<UInt8>) throws(WireError) -> [AVPair] {
        var reader = ByteReader(bytes)
        var pairs: [AVPair] = []
        while true {
            let identifier = try reader.readUInt16LittleEndian()
            let value = try reader.readBytes(Int(try reader.readUInt16LittleEndian()))
            guard identifier != Identifier.end else { return pairs }
            guard pairs.count < countLimit else {
                throw .tooLong(field: "list of AV_PAIR", length: pairs.count + 1, limit: countLimit)
            }
            pairs.append(try AVPair(identifier, value))
        }
    }

    /// Writes a list and its end.
    static func encodeList(_ pairs: [AVPair]) throws(WireError) -> [UInt8] {
        guard pairs.count <= countLimit else {
            throw .tooLong(field: "list of AV_PAIR", length: pairs.count, limit: countLimit)
        }
        var writer = ByteWriter()
        for pair in pairs { try pair.encode(into: &writer) }
        writer.writeLittleEndian(UInt32(Identifier.end))
        guard writer.bytes.count <= listLimit else {
            throw .tooLong(field: "list of AV_PAIR", length: writer.bytes.count, limit: listLimit)
        }
        return writer.bytes
    }

    private init(_ identifier: UInt16, _ value: ArraySlice<UInt8>) throws(WireError) {
        switch identifier {
        case Identifier.computerName:
            self = .computerName(try UTF16LittleEndian.decode(value, field: "MsvAvNbComputerName"))
        case Identifier.domainName:
            self = .domainName(try UTF16LittleEndian.decode(value, field: "MsvAvNbDomainName"))
        case Identifier.dnsComputerName:
            self = .dnsComputerName(try UTF16LittleEndian.decode(value, field: "MsvAvDnsComputerName"))
        case Identifier.dnsDomainName:
            self = .dnsDomainName(try UTF16LittleEndian.decode(value, field: "MsvAvDnsDomainName"))
        case Identifier.dnsTreeName:
            self = .dnsTreeName(try UTF16LittleEndian.decode(value, field: "MsvAvDnsTreeName"))
        case Identifier.timestamp:
            var reader = ByteReader(value)
            self = .timestamp(FileTime(intervals: try reader.readUInt64LittleEndian()))
            try reader.expectEnd(of: "MsvAvTimestamp")
        default:
            self = .other(identifier: identifier, value: Array(value))
        }
    }

    private func encode(into writer: inout ByteWriter) throws(WireError) {
        let (identifier, value) = try encodedParts()
        guard let length = UInt16(exactly: value.count) else {
            throw .tooLong(field: "AV_PAIR", length: value.count, limit: Int(UInt16.max))
        }
        writer.writeLittleEndian(identifier)
        writer.writeLittleEndian(length)
        writer.write(value)
    }

    private func encodedParts() throws(WireError) -> (identifier: UInt16, value: [UInt8]) {
        switch self {
        case .computerName(let name):
            return (Identifier.computerName, try UTF16LittleEndian.encode(name, field: "MsvAvNbComputerName"))
        case .domainName(let name):
            return (Identifier.domainName, try UTF16LittleEndian.encode(name, field: "MsvAvNbDomainName"))
        case .dnsComputerName(let name):
            return (Identifier.dnsComputerName, try UTF16LittleEndian.encode(name, field: "MsvAvDnsComputerName"))
        case .dnsDomainName(let name):
            return (Identifier.dnsDomainName, try UTF16LittleEndian.encode(name, field: "MsvAvDnsDomainName"))
        case .dnsTreeName(let name):
            return (Identifier.dnsTreeName, try UTF16LittleEndian.encode(name, field: "MsvAvDnsTreeName"))
        case .timestamp(let time):
            var writer = ByteWriter()
            writer.writeLittleEndian(time.intervals)
            return (Identifier.timestamp, writer.bytes)
        case .other(let identifier, let value):
            return (identifier, value)
        }
    }
}
