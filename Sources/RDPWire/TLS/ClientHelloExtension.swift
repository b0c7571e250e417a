/// An extension of a ClientHello, with the content that a first ClientHello has.
package enum ClientHelloExtension: Equatable, Sendable {
    /// server_name: a DNS name in ASCII without its final dot (RFC 6066, 3).
    case serverName(String)
    /// supported_groups, most wanted first (RFC 8446, 4.2.7; RFC 8422, 5.1.1).
    case supportedGroups([NamedGroup])
    /// ec_point_formats: uncompressed alone (RFC 8422, 5.1.2).
    case pointFormats
    /// signature_algorithms, most wanted first (RFC 8446, 4.2.3; RFC 5246, 7.4.1.4.1).
    case signatureAlgorithms([SignatureScheme])
    /// extended_master_secret (RFC 7627, 5.1).
    case extendedMasterSecret
    /// supported_versions, most wanted first (RFC 8446, 4.2.1).
    case supportedVersions([TLSVersion])
    /// key_share with one share, the public key in the group's own form (RFC 8446, 4.2.8).
    case keyShare(NamedGroup, publicKey: [UInt8])
    /// renegotiation_info of a first handshake, which is empty (RFC 5746, 3.4).
    case renegotiationInfo

    /// Writes the type, the length and the content.
    ///
    /// - Throws: ``WireError/tooLong(field:length:limit:)`` for what no length field can say, and
    ///   ``WireError/unexpected(field:value:)`` for a server name with bytes that are not printable ASCII.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        let content = try content()
        writer.writeBigEndian(type)
        try writer.writeVector16(content, field: "extension")
    }

    /// The number of the IANA registry "TLS ExtensionType Values".
    var type: UInt16 {
        switch self {
        case .serverName: 0
        case .supportedGroups: 10
        case .pointFormats: 11
        case .signatureAlgorithms: 13
        case .extendedMasterSecret: 23
        case .supportedVersions: 43
        case .keyShare: 51
        case .renegotiationInfo: 0xFF01
        }
    }

    /// What follows type and length.
    func content() throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .serverName(let name):
            try Self.requirePrintable(name)
            var entry = ByteWriter()
            // name_type host_name.
            entry.write(0)
            try entry.writeVector16(Array(name.utf8), field: "server_name")
            try writer.writeVector16(entry.bytes, field: "server_name_list")
        case .supportedGroups(let groups):
            try writer.writeVector16(bigEndian(groups.map(\.rawValue)), field: "supported_groups")
        case .pointFormats:
            try writer.writeVector8([0], field: "ec_point_formats")
        case .signatureAlgorithms(let schemes):
            try writer.writeVector16(bigEndian(schemes.map(\.rawValue)), field: "signature_algorithms")
        case .extendedMasterSecret:
            break
        case .supportedVersions(let versions):
            try writer.writeVector8(bigEndian(versions.map(\.rawValue)), field: "supported_versions")
        case .keyShare(let group, let publicKey):
            var share = ByteWriter()
            share.writeBigEndian(group.rawValue)
            try share.writeVector16(publicKey, field: "key_exchange")
            try writer.writeVector16(share.bytes, field: "client_shares")
        case .renegotiationInfo:
            try writer.writeVector8([], field: "renegotiated_connection")
        }
        return writer.bytes
    }

    private static func requirePrintable(_ name: String) throws(WireError) {
        for byte in name.utf8 {
            guard (0x21...0x7E).contains(byte) else { throw .unexpected(field: "server_name", value: UInt64(byte)) }
        }
    }
}
