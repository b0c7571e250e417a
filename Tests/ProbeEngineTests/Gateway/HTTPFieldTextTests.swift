import FleetModel
import Testing

@testable import ProbeEngine

@Suite("HTTP header fields")
struct HTTPFieldTextTests {
    @Test(
        "schemes are found between parameters",
        arguments: [
            ("Negotiate", ["Negotiate"]),
            ("Negotiate, NTLM", ["Negotiate", "NTLM"]),
            ("Basic realm=\"a, b\", charset=\"UTF-8\", NTLM", ["Basic", "NTLM"]),
            ("Basic realm=\"say \\\"hi, Bearer\\\"\", Bearer", ["Basic", "Bearer"]),
            ("NTLM TlRMTVNTUAACAAAA==", ["NTLM"]),
            ("Digest realm = \"x\", nonce = 1", ["Digest"]),
            ("PAA\u{1B}[31m", ["PAA\u{FFFD}[31m"]),
            ("", []),
            (", ,", []),
        ])
    func schemes(value: String, schemes: [String]) {
        #expect(HTTPFieldText.schemes(value) == schemes)
    }

    @Test("schemes are bounded in number and length")
    func manySchemes() {
        let value = (0..<1_000).map { "S\($0)" }.joined(separator: ",")
        #expect(HTTPFieldText.schemes(value).count == 16)
        #expect(HTTPFieldText.schemes(String(repeating: "x", count: 9_999)).first?.count == 32)
    }

    @Test("a date is read in its usual form and in UTC, and in no other")
    func dates() {
        #expect(HTTPFieldText.date("Sun, 06 Nov 1994 08:49:37 GMT") == Instant(seconds: 784_111_777))
        #expect(HTTPFieldText.date("Sun, 06 Nov 1994 08:49:37 UTC") == Instant(seconds: 784_111_777))
        for other in [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
        ] {
            #expect(HTTPFieldText.date(other) == nil, "\(other)")
        }
    }

    @Test("Retry-After is seconds or a date, and never more than a day")
    func retryAfter() {
        let now = Instant(seconds: 784_111_777)
        #expect(HTTPFieldText.retryAfter("120", now: now) == .seconds(120))
        #expect(HTTPFieldText.retryAfter("99999999999999999999999", now: now) == .days(1))
        #expect(HTTPFieldText.retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", now: now) == .seconds(60))
        #expect(HTTPFieldText.retryAfter("Sun, 06 Nov 1994 08:40:37 GMT", now: now) == .zero)
        #expect(HTTPFieldText.retryAfter("soon", now: now) == nil)
    }

    @Test("a body's beginning is one clean line of at most 200 characters")
    func body() {
        #expect(HTTPFieldText.beginning(of: Array("\r\n <b>\t\u{1B}[1m  x\n".utf8)) == "<b> \u{FFFD}[1m x")
        #expect(HTTPFieldText.beginning(of: Array(" \r\n".utf8)) == nil)
        #expect(HTTPFieldText.beginning(of: [UInt8](repeating: 0x61, count: 1_024))?.count == 200)
        #expect(HTTPFieldText.beginning(of: [0xFF, 0xC0, 0x00]) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    }
}
