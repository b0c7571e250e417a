/// The server's first answer: it goes on when the ClientHello comes again with this cookie, which shows that the
/// client's address is its own (RFC 6347, 4.2.1).
package struct DTLSHelloVerifyRequest: DTLSHandshakeMessage {
    package static let handshakeType = DTLSHandshakeType.helloVerifyRequest

    /// Always 1.0 by the book, whatever will be chosen.
    package let version: DTLSVersion
    /// What is to be sent back, at most 255 bytes.
    package let cookie: [UInt8]

    /// Creates a request.
    package init(version: DTLSVersion = .dtls10, cookie: [UInt8]) {
        self.version = version
        self.cookie = cookie
    }

    package init(decoding body: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(body)
        version = try DTLSVersion(from: &reader, field: "server_version")
        let length = Int(try reader.readUInt8())
        cookie = Array(try reader.readBytes(length))
        try reader.expectEnd(of: "HelloVerifyRequest")
    }

    package func encoded() throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeBigEndian(version.rawValue)
        try writer.writeVector8(cookie, field: "cookie")
        return writer.bytes
    }
}
