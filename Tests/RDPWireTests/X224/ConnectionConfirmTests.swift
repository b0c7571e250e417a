import Testing

@testable import RDPWire

@Suite("The Connection Confirm")
struct ConnectionConfirmTests {
    @Test("is the same value and the same bytes, both ways", arguments: connectionConfirmSamples)
    func roundTrip(sample: Sample<ConnectionConfirm>) throws {
        #expect(try ConnectionConfirm(decoding: sample.bytes[...]) == sample.value)
        #expect(sample.value.encoded == sample.bytes)
    }

    @Test("keeps references and class, odd as they may be")
    func oddReferences() throws {
        let odd = ConnectionConfirm(
            destinationReference: 0xBEEF, sourceReference: 0xCAFE, classOptions: 0x21, negotiation: .absent)
        #expect(odd.encoded == hex("03 00 00 0b 06 d0 be ef ca fe 21"))
        #expect(try ConnectionConfirm(decoding: odd.encoded[...]) == odd)
    }

    @Test(
        "is refused when a length does not fit",
        arguments: [
            (
                "03 00 00 13 0d d0 00 00 12 34 00 02 1f 08 00 08 00 00 00",
                WireError.inconsistentLength(field: "length indicator", stated: 13, actual: 14)
            ),
            (
                "03 00 00 13 ff d0 00 00 12 34 00 02 1f 08 00 08 00 00 00",
                .inconsistentLength(field: "length indicator", stated: 255, actual: 14)
            ),
            (
                "03 00 00 13 0e d0 00 00 12 34 00 02 1f 07 00 08 00 00 00",
                .inconsistentLength(field: "negotiation length", stated: 7, actual: 8)
            ),
            (
                "03 00 00 12 0d d0 00 00 12 34 00 02 1f 08 00 08 00 00",
                .inconsistentLength(field: "length indicator", stated: 13, actual: 14)
            ),
            (
                "03 00 00 0b 06 d0 00 00 12 34 00 00",
                .inconsistentLength(field: "TPKT length", stated: 11, actual: 12)
            ),
            ("03 00 00 0a 05 d0 00 00 12 34", .inconsistentLength(field: "length indicator", stated: 5, actual: 6)),
        ])
    func lengths(literal: String, error: WireError) {
        #expect(throws: error) { try ConnectionConfirm(decoding: hex(literal)[...]) }
    }

    @Test("is refused with another code or another kind of negotiation data")
    func otherKinds() {
        #expect(throws: WireError.unexpected(field: "TPDU code", value: 0xE0)) {
            try ConnectionConfirm(decoding: hex("03 00 00 0b 06 e0 00 00 00 00 00")[...])
        }
        #expect(throws: WireError.unexpected(field: "TPDU code", value: 0xD1)) {
            try ConnectionConfirm(decoding: hex("03 00 00 0b 06 d1 00 00 00 00 00")[...])
        }
        #expect(throws: WireError.unexpected(field: "negotiation type", value: 1)) {
            try ConnectionConfirm(decoding: hex("03 00 00 13 0e d0 00 00 12 34 00 01 00 08 00 0b 00 00 00")[...])
        }
    }
}
