import Testing

@testable import RDPWire

@Suite("The TPKT header")
struct TPKTHeaderTests {
    @Test("is four bytes that hold the whole length", arguments: [7, 19, 259, 0x1234, 0xFFFF] as [UInt16])
    func roundTrip(length: UInt16) throws {
        let encoded = TPKTHeader(length: length).encoded
        #expect(encoded == [0x03, 0x00, UInt8(length >> 8), UInt8(length & 0xFF)])
        var reader = ByteReader(encoded[...])
        #expect(try TPKTHeader(from: &reader) == TPKTHeader(length: length))
    }

    @Test("does not mind the reserved byte")
    func reservedByte() throws {
        #expect(try TPKTHeader.frameLength(of: hex("03 ff 00 13")[...], limit: 100) == 19)
    }

    @Test("tells the length of a packet as soon as four bytes are there, and no sooner")
    func framing() throws {
        let bytes = hex("03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 08 00 00 00 ff ff")
        for count in 0..<TPKTHeader.size {
            #expect(try TPKTHeader.frameLength(of: bytes.prefix(count), limit: 100) == nil)
        }
        for count in TPKTHeader.size...bytes.count {
            #expect(try TPKTHeader.frameLength(of: bytes.prefix(count), limit: 100) == 19)
        }
    }

    @Test("refuses another version with the first byte")
    func version() {
        #expect(throws: WireError.unexpected(field: "TPKT version", value: 0x48)) {
            try TPKTHeader.frameLength(of: [0x48], limit: 100)
        }
    }

    @Test("refuses a length below that of the shortest TPDU", arguments: 0..<7 as Range<UInt16>)
    func tooShort(length: UInt16) {
        #expect(throws: WireError.unexpected(field: "TPKT length", value: UInt64(length))) {
            try TPKTHeader.frameLength(of: TPKTHeader(length: length).encoded[...], limit: 100)
        }
    }

    @Test("refuses a length above the bound, which is the caller's")
    func bound() throws {
        let header = TPKTHeader(length: 16_385).encoded
        #expect(throws: WireError.tooLong(field: "TPKT packet", length: 16_385, limit: 16_384)) {
            try TPKTHeader.frameLength(of: header[...], limit: 16_384)
        }
        #expect(try TPKTHeader.frameLength(of: header[...], limit: 16_385) == 16_385)
    }
}
