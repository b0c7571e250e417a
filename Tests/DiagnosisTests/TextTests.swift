import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct TextTests {
    @Test(
        "A time in a sentence has the digits that matter",
        arguments: [
            (-5, "0.0 ms"), (0, "0.0 ms"), (949, "0.9 ms"), (9_300, "9.3 ms"), (14_120, "14.1 ms"), (99_999, "99.9 ms"),
            (142_000, "142 ms"), (999_999, "999 ms"), (1_000_000, "1.0 s"), (3_000_000, "3.0 s"),
            (61_250_000, "61.2 s"),
        ] as [(Int64, String)])
    func time(_ microseconds: Int64, _ text: String) {
        #expect(elapsed(microseconds) == text)
    }

    @Test func `plain text is ASCII, and cut with a tilde`() {
        #expect(plain("abc", limit: 3) == "abc")
        #expect(plain("abcd", limit: 3) == "ab~")
        #expect(plain("M\u{FC}ller\u{1B}[m\n", limit: 22) == "M?ller?[m?")
    }

    @Test func `bytes are shown in hexadecimal, sixteen of them`() {
        #expect(leading([]) == "")
        #expect(leading([0x03, 0x00, 0xFF]) == "03 00 ff")
        #expect(leading([UInt8](repeating: 0, count: 17)).hasSuffix("00 ..."))
    }

    @Test func `every alert of the registry has a name and a meaning, and no other number has`() {
        let registered: [UInt8] = [
            0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 60, 70, 71, 80, 86, 90, 100, 109,
            110, 111, 112, 113, 114, 115, 116, 117, 120, 121,
        ]
        for number in UInt8.min ... .max {
            #expect((TLSAlertText.name(of: number) != nil) == registered.contains(number), "\(number)")
            #expect((TLSAlertText.meaning(of: number) != nil) == registered.contains(number), "\(number)")
        }
    }

    @Test func `every code of RDP_NEG_FAILURE has a sentence, and evidence quotes it`() {
        for code in UInt32(0)...8 {
            #expect(NegotiationFailureText.meaning(of: code).hasSuffix("."))
        }
        #expect(Set((UInt32(1)...7).map(NegotiationFailureText.meaning)).count == 7)
    }

    @Test func `the codes of DNS have their mnemonics`() {
        #expect(ResponseCodeText.name(of: 2) == "SERVFAIL")
        #expect(ResponseCodeText.name(of: 23) == "code 23")
    }

    @Test func `every failure has words that fit a headline`() {
        for failure in everyLayerFailure {
            #expect((3...50).contains(failure.words.count), "\(failure.words)")
        }
    }

    @Test func `a mark never makes a cell milder and never touches what was not seen`() {
        #expect(Cell.ok.marked(.warning(.weak)) == .warning(.weak))
        #expect(Cell.warning(.weak).marked(.failed(.expired)) == .failed(.expired))
        #expect(Cell.failed(.expired).marked(.warning(.weak)) == .failed(.expired))
        #expect(Cell.notReached.marked(.warning(nil)) == .notReached)
        #expect(Cell.notApplicable.marked(.failed(.weak)) == .notApplicable)
        #expect(Cell.ok.marked(nil) == .ok)
    }
}
