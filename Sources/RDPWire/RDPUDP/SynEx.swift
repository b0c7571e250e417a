/// Which version of RDP-UDP a side speaks: RDPUDP_SYNDATAEX_PAYLOAD without the cookie's hash.
///
/// MS-RDPEUDP 2.2.2.9.
enum SynEx {
    /// uUdpVer of version 1, which most leave out.
    static let versionOne: UInt16 = 0x0001
    /// uUdpVer of version 2.
    static let versionTwo: UInt16 = 0x0002
    /// uUdpVer of version 3.
    static let versionThree: UInt16 = 0x0101

    /// The first of the flags: the version that follows means something.
    private static let versionIsValid: UInt16 = 0x0001

    /// Reads the four bytes; nil when they say that they give no version.
    static func version(from reader: inout ByteReader) throws(WireError) -> UInt16? {
        let flags = try reader.readUInt16BigEndian()
        let version = try reader.readUInt16BigEndian()
        return flags & versionIsValid == 0 ? nil : version
    }

    /// Writes the four bytes.
    static func encode(_ version: UInt16, into writer: inout ByteWriter) {
        writer.writeBigEndian(versionIsValid)
        writer.writeBigEndian(version)
    }
}
