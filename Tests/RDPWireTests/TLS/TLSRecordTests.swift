import Testing

@testable import RDPWire

@Suite("TLS records and alerts")
struct TLSRecordTests {
    @Test("a record header is the same value and the same bytes, both ways", arguments: TLSContentType.allCases)
    func header(contentType: TLSContentType) throws {
        let header = TLSRecordHeader(contentType: contentType, version: .tls12, length: 0x017A)
        #expect(header.encoded == [contentType.rawValue, 0x03, 0x03, 0x01, 0x7A])
        #expect(try TLSRecordHeader(decoding: header.encoded[...]) == header)
    }

    @Test(
        "a record header is refused when it cannot be one",
        arguments: [
            ("13 03 03 00 01", WireError.unexpected(field: "TLS content type", value: 0x13)),
            ("16 02 00 00 01", .unexpected(field: "TLS record version", value: 0x0200)),
            ("16 03 03 48 01", .tooLong(field: "TLS record", length: 18_433, limit: 18_432)),
            ("16 03 03 48", .truncated(needed: 5, have: 4)),
        ])
    func refusedHeader(literal: String, error: WireError) {
        #expect(throws: error) { try TLSRecordHeader(decoding: hex(literal)[...]) }
    }

    @Test("an alert is the same value and the same bytes, both ways")
    func alert() throws {
        let alert = TLSAlert(level: .fatal, description: .protocolVersion)
        #expect(alert.record(version: .tls12) == hex("15 03 03 00 02 02 46"))
        #expect(try TLSAlert(decoding: hex("02 46")[...]) == alert)
    }

    @Test("an alert is refused with a third level, too few bytes or too many")
    func refusedAlert() {
        #expect(throws: WireError.unexpected(field: "TLS alert level", value: 3)) {
            try TLSAlert(decoding: hex("03 46")[...])
        }
        #expect(throws: WireError.truncated(needed: 2, have: 1)) { try TLSAlert(decoding: hex("02")[...]) }
        #expect(throws: WireError.inconsistentLength(field: "TLS alert", stated: 2, actual: 3)) {
            try TLSAlert(decoding: hex("02 46 00")[...])
        }
    }

    @Test("a warning does not end a handshake, close_notify does")
    func warnings() {
        #expect(!TLSAlert(level: .warning, description: .unrecognizedName).endsHandshake)
        #expect(TLSAlert(level: .warning, description: .closeNotify).endsHandshake)
        #expect(TLSAlert(level: .fatal, description: .unrecognizedName).endsHandshake)
    }
}
