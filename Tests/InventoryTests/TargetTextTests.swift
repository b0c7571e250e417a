import FleetModel
import Inventory
import Testing

@Suite struct TargetTextTests {
    @Test(
        arguments: [
            ("ts07", "ts07", nil),
            ("ts07.corp.example:3390", "ts07.corp.example", 3390),
            ("10.1.2.3", "10.1.2.3", nil),
            ("10.1.2.3:3390", "10.1.2.3", 3390),
            ("2001:db8::7", "2001:db8::7", nil),
            ("2001:DB8:0::7", "2001:db8::7", nil),
            ("[2001:db8::7]", "2001:db8::7", nil),
            ("[2001:db8::7]:1", "2001:db8::7", 1),
        ] as [(String, String, UInt16?)])
    func readsNamesAddressesAndPorts(text: String, name: String, port: UInt16?) throws {
        #expect(try TargetText.parse(text) == TargetText(name: name, port: port))
    }

    @Test(arguments: [
        "", ":3389", "a:", "a:b", "a:-1", "a:0", "a:70000", "a..b", "-a", "a-", "a b", "[10.0.0.1]:3389", "[::1",
        "[::1]x",
        "::1::", "1.2.3", "1.2.3.4.5", "ä", "a\u{1B}[2J", String(repeating: "a", count: 64),
    ])
    func refusesWhatIsNoTarget(text: String) {
        #expect(throws: TargetText.Mistake.self) { try TargetText.parse(text) }
    }

    @Test(
        arguments: [
            ("a", ["a"]),
            ("a[1:3]", ["a1", "a2", "a3"]),
            ("a[08:10].x", ["a08", "a09", "a10"].map { $0 + ".x" }),
            ("a[1:2]b[3:4]", ["a1b3", "a1b4", "a2b3", "a2b4"]),
            ("[2001:db8::1]:3389", ["[2001:db8::1]:3389"]),
        ] as [(String, [String])])
    func expandsRanges(pattern: String, names: [String]) throws {
        #expect(try HostRange.expand(pattern) == names)
    }

    @Test(arguments: ["a[", "a]", "a[]", "a[1]", "a[1-3]", "a[x:y]", "a[1:2", "a[2:1]", "a[1:2]b[1:99999]"])
    func refusesBrokenRanges(pattern: String) {
        #expect(throws: HostRange.Mistake.self) { try HostRange.expand(pattern) }
    }

    @Test(
        arguments: [
            ("500ms", 500), ("60s", 60_000), ("15m", 900_000), ("8h", 28_800_000), ("30d", 2_592_000_000),
        ] as [(String, Int64)])
    func readsLengthsOfTime(text: String, milliseconds: Int64) {
        #expect(SpanText.parse(text) == Span(milliseconds: milliseconds))
    }

    @Test(arguments: ["", "60", "s", "-1s", "0s", "1.5s", "1 s", "1w", "999999999999d", "٣s"])
    func refusesWhatIsNoLengthOfTime(text: String) {
        #expect(SpanText.parse(text) == nil)
    }
}
