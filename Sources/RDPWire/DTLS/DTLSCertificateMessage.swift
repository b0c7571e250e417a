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

    package func encoded() throws(WireError) -> [UInt8] {
        var list = ByteWriter()
        for certificate in certificates {
            try list.writeVector24(certificate, field: "certificate")
        }
        var writer = ByteWriter()
        try writer.writeVector24(list.bytes, field: "certificate_list")
        return writer.bytes
    }
}
