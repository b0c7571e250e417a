internal import FleetModel

/// A DNS message that cannot be read.
enum DNSMessageError: Error, Hashable {
    /// It ends before byte `offset`.
    case truncated(offset: Int)
    /// Not a response, or not to one question.
    case notAResponse
    /// A name over 255 bytes, a label of an unknown kind, or a pointer that does not lead back.
    case badName(offset: Int)
}

/// What a response says about the addresses of the name that was asked for (RFC 1035, 4.1).
///
/// Only the records of that name count: its CNAME chain is followed, and addresses of other names are ignored.
struct DNSResponse: Sendable, Hashable {
    /// RCODE of the header.
    var code: UInt8
    /// The addresses of the family that was asked for, without duplicates; at most 32.
    var addresses: [IPAddress] = []
    /// The names of the CNAME chain, cleaned; at most 16.
    var aliases: [String] = []
    /// The smallest TTL of the records that were used, in seconds; nil when there were none.
    var ttl: UInt32?

    /// The most addresses that are kept of one answer.
    static let maximumAddresses = 32
    /// The most CNAME records that are followed.
    static let maximumAliases = 16

    /// Reads a response to a query for the addresses of one name.
    init(_ message: [UInt8], family: AddressFamily) throws(DNSMessageError) {
        var reader = DNSMessageReader(message)
        _ = try reader.uint16()
        let flags = try reader.uint16()
        let questions = try reader.uint16()
        let answers = try reader.uint16()
        _ = try reader.uint16()
        _ = try reader.uint16()
        // QR is the highest bit, TC is 0x0200, RCODE the lowest four (RFC 1035, 4.1.1).
        guard flags & 0x8000 != 0, questions == 1 else { throw .notAResponse }
        let isCut = flags & 0x0200 != 0
        code = UInt8(flags & 0x000F)
        let asked = try reader.name()
        _ = try reader.uint16()
        _ = try reader.uint16()
        var records: [Record] = []
        do {
            for _ in 0..<answers {
                if let record = try Record(&reader) { records.append(record) }
            }
        } catch {
            // A message cut short on purpose, or one whose code has said it all already, is good for what is whole.
            guard isCut || code != 0 else { throw error }
        }
        follow(records, from: asked, family: family)
    }

    /// One record of class IN with what we can use of it.
    private struct Record {
        enum Content {
            case address([UInt8])
            case alias(DNSWireName)
        }

        var owner: DNSWireName
        var ttl: UInt32
        var content: Content

        /// Reads one record; nil when it is of no use to us.
        init?(_ reader: inout DNSMessageReader) throws(DNSMessageError) {
            owner = try reader.name()
            let type = try reader.uint16()
            let recordClass = try reader.uint16()
            let seconds = try reader.uint32()
            // A TTL with the highest bit set counts as 0 (RFC 2181, 8).
            ttl = seconds > UInt32(Int32.max) ? 0 : seconds
            let length = Int(try reader.uint16())
            let end = try reader.position(after: length)
            defer { reader.seek(to: end) }
            guard recordClass == 1 else { return nil }
            switch (type, length) {
            case (1, 4), (28, 16): content = .address(try reader.bytes(length))
            case (5, _): content = .alias(try reader.name())
            default: return nil
            }
        }
    }

    private mutating func follow(_ records: [Record], from asked: DNSWireName, family: AddressFamily) {
        var owner = asked
        var seen: Set<DNSWireName> = [asked]
        while aliases.count < Self.maximumAliases {
            var next: DNSWireName?
            for record in records where record.owner == owner {
                guard case .alias(let target) = record.content, seen.insert(target).inserted else { continue }
                next = target
                ttl = min(ttl ?? .max, record.ttl)
                break
            }
            guard let next else { break }
            aliases.append(CleanText.clean(next.text))
            owner = next
        }
        for record in records where record.owner == owner && addresses.count < Self.maximumAddresses {
            guard case .address(let bytes) = record.content, bytes.count == family.addressLength,
                let address = IPAddress(bytes: bytes)
            else { continue }
            ttl = min(ttl ?? .max, record.ttl)
            if !addresses.contains(address) { addresses.append(address) }
        }
    }
}
