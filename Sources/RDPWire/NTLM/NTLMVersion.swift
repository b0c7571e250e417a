/// The version of the operating system in an NTLM message: VERSION, MS-NLMP 2.2.2.10.
package struct NTLMVersion: Equatable, Sendable {
    /// The revision that every Windows since XP sends, NTLMSSP_REVISION_W2K3.
    package static let currentRevision: UInt8 = 0x0F

    /// Such as 10.
    package let major: UInt8
    /// Such as 0.
    package let minor: UInt8
    /// Such as 20348.
    package let build: UInt16
    /// The revision of NTLM itself.
    package let revision: UInt8

    static let size = 8
    private static let reservedSize = 3

    /// Creates a version.
    package init(major: UInt8, minor: UInt8, build: UInt16, revision: UInt8 = currentRevision) {
        self.major = major
        self.minor = minor
        self.build = build
        self.revision = revision
    }

    /// Reads the eight bytes.
    init(from reader: inout ByteReader) throws(WireError) {
        major = try reader.readUInt8()
        minor = try reader.readUInt8()
        build = try reader.readUInt16LittleEndian()
        _ = try reader.readBytes(Self.reservedSize)
        revision = try reader.readUInt8()
    }

    /// Writes the eight bytes.
    func encode(into writer: inout ByteWriter) {
        writer.write([major, minor])
        writer.writeLittleEndian(build)
        writer.write(repeatElement(0, count: Self.reservedSize))
        writer.write(revision)
    }
}
