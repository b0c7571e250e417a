import Testing

@testable import ProbeEngine

@Suite struct DomainNameTests {
    @Test(arguments: [
        ("ts01", "ts01", false),
        ("TS01.Corp.Example", "ts01.corp.example", false),
        ("ts01.corp.example.", "ts01.corp.example", true),
        ("_rdp._tcp.corp", "_rdp._tcp.corp", false),
        ("xn--bcher-kva.example", "xn--bcher-kva.example", false),
        (String(repeating: "a", count: 63), String(repeating: "a", count: 63), false),
    ]) func namesThatCanBeAsked(text: String, name: String, isAbsolute: Bool) throws {
        let domain = try #require(DomainName(text))
        #expect(domain.text == name)
        #expect(domain.isAbsolute == isAbsolute)
    }

    @Test(arguments: [
        "", ".", "..", "a..b", ".a", "a b", "a\\b", "a\u{0}b", "b\u{FC}cher.example", "a\n",
        String(repeating: "a", count: 64), Array(repeating: "a", count: 128).joined(separator: "."),
    ]) func namesThatCannotExist(text: String) {
        #expect(DomainName(text) == nil)
    }

    @Test func theLongestNameHas253Bytes() {
        let label = String(repeating: "a", count: 63)
        let rest = String(repeating: "b", count: 61)
        #expect(DomainName([label, label, label, rest].joined(separator: ".")) != nil)
        #expect(DomainName([label, label, label, rest + "b"].joined(separator: ".")) == nil)
    }

    @Test(arguments: [
        ("ts01", 1, ["ts01.a.example", "ts01.b.example", "ts01"]),
        ("ts01.x", 1, ["ts01.x", "ts01.x.a.example", "ts01.x.b.example"]),
        ("ts01.x", 2, ["ts01.x.a.example", "ts01.x.b.example", "ts01.x"]),
        ("ts01.", 1, ["ts01"]),
    ]) func shortNamesAreCompleted(text: String, ndots: Int, candidates: [String]) throws {
        let settings = ResolverSettings(search: ["a.example", "b.example"], ndots: ndots)
        #expect(try #require(DomainName(text)).candidates(settings).map(\.text) == candidates)
    }

    @Test func aCompletionThatBecomesTooLongIsLeftOut() throws {
        let name = try #require(DomainName(Array(repeating: "a", count: 125).joined(separator: ".")))
        #expect(name.candidates(ResolverSettings(search: ["corp.example"])) == [name])
    }
}
