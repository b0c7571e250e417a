import Testing

@testable import RDPWire

@Suite("The byte reader")
struct ByteReaderTests {
    @Test("reads integers of both byte orders, in order")
    func integers() throws {
        var reader = ByteReader(hex("01 0203 0405 060708 090a0b0c")[...])
        #expect(try reader.readUInt8() == 0x01)
        #expect(try reader.readUInt16BigEndian() == 0x0203)
        #expect(try reader.readUInt16LittleEndian() == 0x0504)
        #expect(try reader.readUInt24BigEndian() == 0x060708)
        #expect(try reader.readUInt32LittleEndian() == 0x0C0B_0A09)
        #expect(reader.remaining == 0)
        try reader.expectEnd(of: "message")
    }

    @Test("counts what it needed and had from its own beginning, also in the middle of an array")
    func truncation() throws {
        var reader = ByteReader(hex("ff ff 01 02 03")[2...])
        #expect(try reader.readUInt16BigEndian() == 0x0102)
        #expect(throws: WireError.truncated(needed: 6, have: 3)) { try reader.readUInt32LittleEndian() }
        #expect(throws: WireError.truncated(needed: 4, have: 3)) { try reader.readBytes(2) }
        #expect(try reader.readUInt8() == 0x03)
        #expect(throws: WireError.truncated(needed: 4, have: 3)) { try reader.readUInt8() }
    }

    @Test("keeps its place when a read fails")
    func failureKeepsPlace() throws {
        var reader = ByteReader(hex("01 02")[...])
        #expect(throws: WireError.self) { try reader.readUInt24BigEndian() }
        #expect(reader.remaining == 2)
        #expect(reader.next == 0x01)
    }

    @Test("refuses a negative count")
    func negativeCount() {
        var reader = ByteReader(hex("01 02")[...])
        #expect(throws: WireError.truncated(needed: 0, have: 2)) { try reader.readBytes(-1) }
    }

    @Test("says how many bytes follow the end of a message")
    func trailingBytes() throws {
        var reader = ByteReader(hex("01 02 03")[...])
        _ = try reader.readUInt8()
        #expect(throws: WireError.inconsistentLength(field: "message", stated: 1, actual: 3)) {
            try reader.expectEnd(of: "message")
        }
        #expect(Array(reader.readRest()) == [0x02, 0x03])
        try reader.expectEnd(of: "message")
    }
}
