import FleetModel
import Testing

@Suite struct HexadecimalTests {
    @Test(
        arguments: [
            (0, 0, "0"), (0, 2, "00"), (0xA, 2, "0a"), (0xC030, 4, "c030"), (0x1234, 2, "1234"), (1, -1, "1"),
            (.max, 4, "ffffffffffffffff"),
        ] as [(UInt64, Int, String)])
    func `a number has at least so many digits`(_ number: UInt64, _ digits: Int, _ text: String) {
        #expect(hexadecimal(number, digits: digits) == text)
    }

    @Test(
        arguments: [
            ([], "", ""), ([], " ", ""), ([0], " ", "00"), ([0x03, 0x00, 0xFF], "", "0300ff"),
            ([0x03, 0x00, 0xFF], " ", "03 00 ff"), ([0x0A, 0xA0], ", ", "0a, a0"),
        ] as [([UInt8], String, String)])
    func `each byte has two digits`(_ bytes: [UInt8], _ separator: String, _ text: String) {
        #expect(hexadecimal(bytes, separator: separator) == text)
    }

    @Test func `without a separator the digits follow each other`() {
        #expect(hexadecimal([0xDE, 0xAD][...]) == "dead")
    }
}
