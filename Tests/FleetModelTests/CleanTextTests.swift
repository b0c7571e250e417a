import FleetModel
import Testing

@Suite struct CleanTextTests {
    @Test(
        "What could steer a terminal or fool a reader becomes U+FFFD",
        arguments: [
            "\u{00}", "\u{07}", "\u{08}", "\u{09}", "\u{0A}", "\u{0D}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}",
            "\u{9F}",
            "\u{A0}", "\u{AD}", "\u{034F}", "\u{061C}", "\u{115F}", "\u{180E}", "\u{200B}", "\u{200D}", "\u{200E}",
            "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{3000}",
            "\u{3164}", "\u{FE0F}", "\u{FEFF}", "\u{FFF9}", "\u{E000}", "\u{20DD}", "\u{E0041}", "\u{10FFFF}",
        ])
    func unsafe(_ text: String) {
        #expect(CleanText.clean("a\(text)b") == "a\u{FFFD}b")
    }

    @Test(
        "Text that people write stays as it is",
        arguments: [
            "rdsh-01.corp.example", "CN=Müller & Söhne, O=\"x\"", "ts\u{301}", "日本語", "Привет", "नमस्ते", "a b",
            "\u{FFFD}",
        ])
    func kept(_ text: String) {
        #expect(CleanText.clean(text) == text)
    }

    @Test func `a long text is cut and says so`() {
        let text = String(repeating: "x", count: 300)
        #expect(CleanText.clean(text) == String(repeating: "x", count: 255) + "~")
        #expect(CleanText.clean("abcd", limit: 4) == "abcd")
        #expect(CleanText.clean("abcde", limit: 4) == "abc~")
        #expect(CleanText.clean("abc", limit: 1) == "~")
        #expect(CleanText.clean("abc", limit: -5) == "~")
        #expect(CleanText.clean("") == "")
    }

    @Test func `a pile of combining marks is bounded, too`() {
        let text = "e" + String(repeating: "\u{301}", count: 10_000)
        #expect(CleanText.clean(text).unicodeScalars.count == CleanText.defaultLimit)
    }

    @Test func `bytes that are not UTF-8 become U+FFFD`() {
        #expect(CleanText.clean(utf8: [0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
        #expect(CleanText.clean(utf8: [0x1B, 0x5B, 0x32, 0x4A]) == "\u{FFFD}[2J")
        #expect(CleanText.clean(utf8: [UInt8](repeating: 0x78, count: 5_000), limit: 8) == "xxxxxxx~")
    }

    @Test func `cleaning twice changes nothing more, and nothing unsafe is left`() {
        let wrong = (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init).filter { scalar in
            let once = CleanText.clean(String(scalar))
            return CleanText.clean(once) != once || !once.unicodeScalars.allSatisfy(CleanText.isSafe)
        }
        #expect(wrong == [])
    }
}
