import ErrorCodes
import Testing

@testable import Diagnosis

@Suite struct TypedCodeTests {
    @Test(
        arguments: [
            ("0x904 0x7", 0x904, 7), ("0X904", 0x904, nil), ("2308 7", 2308, 7), ("904h", 0x904, nil),
            ("0x904/0x7", 0x904, 7), ("0x904, 0x7.", 0x904, 7), ("0x80090322", 0x8009_0322, nil),
            ("80090322", 0x8009_0322, nil), ("8009030C", 0x8009_030C, nil), ("C000006D", 0xC000_006D, nil),
            ("0xFFFFFFFF80090322", 0x8009_0322, nil), ("-2146893022", 0x8009_0322, nil),
            ("-1073741715", 0xC000_006D, nil), ("SEC_E_WRONG_PRINCIPAL", 0x8009_0322, nil),
            ("sec_e_wrong_principal", 0x8009_0322, nil), ("WSAECONNRESET", 0x8007_2746, nil),
            ("Error code: 0x904 Extended error code: 0x7", 0x904, 7),
            ("Error code: 0x904\r\nExtended error code: 0x7\r\nActivity ID: {0b3f-aa}", 0x904, 7),
            ("ts07 at 03:12 on 2026-11-23: error 0x904, extended 0x7", 0x904, 7),
            ("Reason= 1798", 1798, nil), ("Fehlercode: 0x904 Erweiterter Fehlercode: 0x7", 0x904, 7),
            ("code 0x904 and extended code 7", 0x904, 7), ("1B07", 0x1B07, nil), ("1F08", 0x1F08, nil),
            ("0x904 seen 12 times", 0x904, nil), ("10.20.4.7 says 0x904", 0x904, nil), ("=0x904", 0x904, nil),
            ("SSL_ERR_LOGON_FAILURE 0x7", 0x807, 7), ("HRESULT_FROM_WIN32(WSAECONNRESET)", 0x8007_2746, nil),
            ("code=0x904,ext=0x7", 0x904, 7), ("error:0x904", 0x904, nil), ("0x904-0x7", 0x904, 7),
            ("0x904:0x7", 0x904, 7),
            ("ts07:3389 0x904", 0x904, nil), ("2001:db8::7 shows 0x904", 0x904, nil),
        ] as [(String, UInt32, UInt32?)])
    func `what users type is read`(text: String, number: UInt32, extended: UInt32?) throws {
        let reading = try #require(TypedCode(text)?.readings.first)
        #expect(reading.number == number)
        #expect(reading.extended == extended)
    }

    @Test(arguments: [
        "", " ", "ts07", "10.20.4.7", "2001:db8::7", "rdsh-fra-099.corp.example", "the session froze", "0x", "0xZZ",
        "0x123456789", "-99999999999", "99999999999", "03:12", "\u{1B}[2J", "h", "beach", "NO_SUCH_SYMBOL", "--",
        "e.g.",
    ])
    func `what holds no code is none`(text: String) {
        #expect(TypedCode(text) == nil)
    }

    @Test func `digits that may be either are read both ways, the known one first`() {
        #expect(TypedCode("904")?.readings.map(\.number) == [0x904, 904])
        #expect(TypedCode("2308")?.readings.map(\.number) == [2308, 0x2308])
        #expect(TypedCode("904 7")?.readings.map(\.title) == ["0x904 / 0x7", "0x388 / 0x7"])
        #expect(TypedCode("10")?.readings.map(\.number) == [0x10, 10])
        #expect(TypedCode("4294967295")?.readings.map(\.number) == [4_294_967_295])
    }

    @Test func `digits that are the same either way are read once`() {
        #expect(TypedCode("7")?.readings.count == 1)
        #expect(TypedCode("0x904 7")?.readings.count == 1)
    }

    @Test func `a number that is said to be the extended one is looked up as such`() {
        #expect(TypedCode("Extended error code: 0x7")?.readings.first?.space == .extended)
        #expect(TypedCode("exDiscReasonLicenseInternal")?.readings.first?.space == .extended)
        #expect(TypedCode("0x7")?.readings.first?.space == nil)
    }

    @Test func `no two bytes make it stumble`() {
        for first in UInt8(0)...255 {
            for second in UInt8(0)...255 {
                let text = String(decoding: [first, second], as: UTF8.self)
                for reading in TypedCode(text)?.readings ?? [] { #expect(reading.number <= 0x99) }
            }
        }
    }

    @Test func `a text of any length is read up to a bound`() {
        #expect(TypedCode("0x904 " + String(repeating: "x", count: 1_000_000))?.readings.first?.number == 0x904)
        #expect(TypedCode(String(repeating: "x ", count: 500_000) + "0x904") == nil)
    }
}
