/// An ICMP echo request or its reply.
///
/// RFC 792 for IPv4, RFC 4443, 4.1 and 4.2, for IPv6. Only the message: the IP header in front of it, which a raw
/// socket of IPv4 hands over, is cut off by ``EchoMessage/afterIPv4Header(_:)``.
package struct EchoMessage: Equatable, Sendable {
    /// Which ICMP.
    package enum Family: Sendable, Hashable, CaseIterable {
        case ipv4, ipv6
    }

    /// Which way it goes.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case request, reply
    }

    /// The most bytes of data that are accepted: what fits into the largest IP packet.
    package static let longestData = 65_507

    /// Which way it goes.
    package let kind: Kind
    /// Whose echo it is; a ping socket sets it to its own, whatever is sent.
    package let identifier: UInt16
    /// Which echo it is.
    package let sequenceNumber: UInt16
    /// What the reply must repeat.
    package let data: [UInt8]

    /// Creates a message.
    package init(kind: Kind, identifier: UInt16, sequenceNumber: UInt16, data: [UInt8] = []) {
        self.kind = kind
        self.identifier = identifier
        self.sequenceNumber = sequenceNumber
        self.data = data
    }

    /// Decodes one message of a family.
    ///
    /// The checksum of IPv4 must be right. That of IPv6 covers addresses that are not here; the kernel has checked it.
    package init(decoding message: ArraySlice<UInt8>, _ family: Family) throws(WireError) {
        var reader = ByteReader(message)
        let type = try reader.readUInt8()
        let code = try reader.readUInt8()
        let checksum = try reader.readUInt16BigEndian()
        identifier = try reader.readUInt16BigEndian()
        sequenceNumber = try reader.readUInt16BigEndian()
        guard let kind = Kind.allCases.first(where: { $0.type(family) == type }) else {
            throw .unexpected(field: "ICMP type", value: UInt64(type))
        }
        guard code == 0 else { throw .unexpected(field: "ICMP code", value: UInt64(code)) }
        guard reader.remaining <= Self.longestData else {
            throw .tooLong(field: "echo data", length: reader.remaining, limit: Self.longestData)
        }
        guard family == .ipv6 || internetChecksum(message) == 0 else {
            throw .unexpected(field: "ICMP checksum", value: UInt64(checksum))
        }
        self.kind = kind
        data = Array(reader.readRest())
    }

    /// The message's bytes; the checksum of IPv6 is zero, for the kernel to fill in (RFC 3542, 3.1).
    package func encoded(_ family: Family) -> [UInt8] {
        var bytes = encoded(family, checksum: 0)
        if family == .ipv4 { bytes = encoded(family, checksum: internetChecksum(bytes[...])) }
        return bytes
    }

    private func encoded(_ family: Family, checksum: UInt16) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(kind.type(family))
        writer.write(0)
        writer.writeBigEndian(checksum)
        writer.writeBigEndian(identifier)
        writer.writeBigEndian(sequenceNumber)
        writer.write(data)
        return writer.bytes
    }

    /// What follows the header of an IPv4 packet (RFC 791, 3.1).
    ///
    /// - Throws: ``WireError`` when it is no IPv4 packet or ends before its header does.
    package static func afterIPv4Header(_ packet: ArraySlice<UInt8>) throws(WireError) -> ArraySlice<UInt8> {
        var reader = ByteReader(packet)
        let versionAndLength = try reader.readUInt8()
        // The length is counted in words of four bytes; 20 bytes are the least.
        let headerSize = Int(versionAndLength & 0x0F) * 4
        guard versionAndLength >> 4 == 4, headerSize >= 20 else {
            throw .unexpected(field: "IP version and header length", value: UInt64(versionAndLength))
        }
        _ = try reader.readBytes(headerSize - 1)
        return reader.readRest()
    }
}

extension EchoMessage.Kind {
    fileprivate func type(_ family: EchoMessage.Family) -> UInt8 {
        switch (self, family) {
        case (.request, .ipv4): 8
        case (.reply, .ipv4): 0
        case (.request, .ipv6): 128
        case (.reply, .ipv6): 129
        }
    }
}
