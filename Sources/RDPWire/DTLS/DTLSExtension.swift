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

    /// An extension as TLS has it; DTLS has the same (RFC 6347, 4.2.1).
    init(_ offered: ClientHelloExtension) throws(WireError) {
        self.init(type: offered.type, content: try offered.content())
    }

    /// The wire form of all extensions; without any, the block is left out.
    static func block(_ extensions: [DTLSExtension]) throws(WireError) -> [UInt8] {
        guard !extensions.isEmpty else { return [] }
        var content = ByteWriter()
        for each in extensions {
            content.writeBigEndian(each.type)
            try content.writeVector16(each.content, field: "extension")
        }
        var writer = ByteWriter()
        try writer.writeVector16(content.bytes, field: "extensions")
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
