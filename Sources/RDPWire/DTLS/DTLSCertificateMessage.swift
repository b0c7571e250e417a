/// The server's certificates, its own first (RFC 5246, 7.4.2).
package struct DTLSCertificateMessage: DTLSHandshakeMessage {
    package static let handshakeType = DTLSHandshakeType.certificate
    /// The most certificates that are read; the others are passed over.
    package static let certificateLimit = 16

    /// Each in DER; none from a server that has no certificate.
    package let certificates: [[UInt8]]

    /// Creates the message.
    package init(certificates: [[UInt8]]) {
        self.certificates = certificates
    }

    package init(decoding body: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(body)
        let length = try reader.readUInt24BigEndian()
        var list = ByteReader(try reader.readBytes(length))
        try reader.expectEnd(of: "Certificate")
        var certificates: [[UInt8]] = []
        while list.remaining > 0, certificates.count < Self.certificateLimit {
            let size = try list.readUInt24BigEndian()
            certificates.append(Array(try list.readBytes(size)))
        }
        self.certificates = certificates
    }

    package var encoded: [UInt8] {
        var list = ByteWriter()
        for certificate in certificates {
            list.writeThreeBytes(certificate.count)
            list.write(certificate)
        }
        var writer = ByteWriter()
        writer.writeThreeBytes(list.bytes.count)
        writer.write(list.bytes)
        return writer.bytes
    }
}
