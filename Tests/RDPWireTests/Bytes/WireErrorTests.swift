import Testing

@testable import RDPWire

@Suite("A wire error")
struct WireErrorTests {
    @Test(
        "says in plain words what is wrong",
        arguments: [
            (WireError.truncated(needed: 19, have: 4), "the message is cut short: 4 of at least 19 bytes"),
            (
                .unexpected(field: "TPKT version", value: 72),
                "the field TPKT version has the unexpected value 72 (0x48)"
            ),
            (
                .inconsistentLength(field: "length indicator", stated: 200, actual: 14),
                "the length indicator says 200, but 14 fits the message"
            ),
            (
                .tooLong(field: "TPKT packet", length: 65_535, limit: 16_384),
                "the TPKT packet is too long: 65535, at most 16384 allowed"
            ),
        ])
    func description(error: WireError, text: String) {
        #expect(error.description == text)
    }

    @Test(
        "shows values in whole hexadecimal bytes",
        arguments: [
            (0, 2, "0x00"), (0x2B, 2, "0x2b"), (0x200, 2, "0x0200"), (0x1234, 2, "0x1234"), (0x5, 8, "0x00000005"),
        ])
    func hexadecimalDigits(value: Int, digits: Int, text: String) {
        #expect(hexadecimal(value, digits: digits) == text)
    }
}
