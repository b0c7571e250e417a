/// The SHA-256 hash of the security cookie that a server gave out over TCP.
///
/// cookieHash of MS-RDPEUDP 2.2.2.9. It ties a version 3 datagram to its TCP connection.
package struct CookieHash: Equatable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    static let size = 32

    /// What those send who have no cookie: zeros, as clients have been seen to do.
    package static let none = CookieHash()

    private init() {
        bytes = Array(repeating: 0, count: Self.size)
    }

    /// Creates a hash of 32 bytes.
    ///
    /// - Throws: ``WireError`` for any other number.
    package init(bytes: [UInt8]) throws(WireError) {
        guard bytes.count == Self.size else {
            throw .inconsistentLength(field: "cookieHash", stated: Self.size, actual: bytes.count)
        }
        self.bytes = bytes
    }

    init(from reader: inout ByteReader) throws(WireError) {
        bytes = Array(try reader.readBytes(Self.size))
    }
}
