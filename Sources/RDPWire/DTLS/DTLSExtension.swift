/// One extension of a ClientHello or ServerHello (RFC 5246, 7.4.1.4).
package struct DTLSExtension: Equatable, Sendable {
    /// The number in the IANA registry "TLS ExtensionType Values".
    package let type: UInt16
    /// What it says.
    package let content: [UInt8]

    /// Creates an extension.
    package init(type: UInt16, content: [UInt8]) {
        self.type = type
        self.content = content
    }

    /// server_name: the host that is meant (RFC 6066, 3).
    package static func serverName(_ name: String) -> DTLSExtension {
        var entry = ByteWriter()
        entry.write(0)
        entry.writeVector(Array(name.utf8))
        var writer = ByteWriter()
        writer.writeVector(entry.bytes)
        return DTLSExtension(type: serverNameType, content: writer.bytes)
    }

    /// supported_groups, and with it the uncompressed format for points, the only one there is (RFC 8422, 5.1).
    static let curves = [
        numbers(type: 10, [0x001D, 0x0017, 0x0018, 0x0019]), DTLSExtension(type: 11, content: [1, 0]),
    ]
    /// signature_algorithms: RSA-PSS, ECDSA and RSA with SHA-2, then both with SHA-1 (RFC 5246, 7.4.1.4.1).
    static let signatures = numbers(
        type: 13, [0x0804, 0x0805, 0x0806, 0x0403, 0x0503, 0x0603, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201])
    /// extended_master_secret (RFC 7627).
    static let extendedMasterSecret = DTLSExtension(type: 23, content: [])
    /// renegotiation_info of a first handshake (RFC 5746, 3.4).
    static let renegotiation = DTLSExtension(type: 0xFF01, content: [0])

    static let serverNameType: UInt16 = 0

    private static func numbers(type: UInt16, _ numbers: [UInt16]) -> DTLSExtension {
        var writer = ByteWriter()
        writer.writeVector(of: numbers)
        return DTLSExtension(type: type, content: writer.bytes)
    }

    /// The wire form of all extensions; without any, the block is left out.
    static func block(_ extensions: [DTLSExtension]) -> [UInt8] {
        guard !extensions.isEmpty else { return [] }
        var content = ByteWriter()
        for each in extensions {
            content.writeBigEndian(each.type)
            content.writeVector(each.content)
        }
        var writer = ByteWriter()
        writer.writeVector(content.bytes)
        return writer.bytes
    }

    /// Reads the block at the end of a message, which may be missing.
    static func readBlock(from reader: inout ByteReader) throws(WireError) -> [DTLSExtension] {
        guard reader.remaining > 0 else { return [] }
        let blockLength = Int(try reader.readUInt16BigEndian())
        var block = ByteReader(try reader.readBytes(blockLength))
        var extensions: [DTLSExtension] = []
        while block.remaining > 0 {
            let type = try block.readUInt16BigEndian()
            let length = Int(try block.readUInt16BigEndian())
            extensions.append(DTLSExtension(type: type, content: Array(try block.readBytes(length))))
        }
        return extensions
    }
}
