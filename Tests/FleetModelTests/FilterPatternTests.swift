import TestSupport
import Testing

@testable import FleetModel

@Suite struct FilterPatternTests {
    private static func isFound(_ pattern: String, in text: String) throws -> Bool {
        try FilterPattern(pattern).matches(Array(text.utf8))
    }

    private static let text = "rdsh-fra-014.corp.example\nmünchen\n10.20.4.14\nprod"

    @Test(arguments: [
        "fra", "FRA-0", "fra-0[1-9]", "fra-0[^2-9]", "^rdsh", "example$", "^prod$", "^münchen$", "^m.nchen$", "MÜN",
        "m[^a]nchen", "(nyc|fra)-", "f?ra", "x?fra", "fr+a", "z*f", "01{1}4", "-[0-9]{3}\\.", "-[0-9]{2,}\\.",
        "-[0-9]{1,3}\\.", "\\d\\d\\d", "^10\\.20", "[[:digit:]]{3}", "[[:alpha:]]{4}", "[]0]14", "[a-]014", "corp\\.ex",
        "^(rdsh|kiosk)-...-\\w+\\.", "o(r)p", "a*", "(a|b*)", "\\Dfra", "é*fra", "exampl(e|x)$", "^(a+b|p)rod$", "n$",
        "\\s*prod",
    ])
    func `A pattern that is found`(pattern: String) throws {
        #expect(try Self.isFound(pattern, in: Self.text))
    }

    @Test(arguments: [
        "nyc", "^fra", "corp$", "fra-0[2-9]", "fra.{40}prod", "^rod", "\\d{4}", "fra-0{2}", "m..nchen", "^prod.$",
        "example.münchen", "\\s", "[[:punct:]]{3}", "(fra){2}",
    ])
    func `A pattern that is not found`(pattern: String) throws {
        #expect(try !Self.isFound(pattern, in: Self.text))
    }

    @Test(arguments: [
        ("(a", "a ( is not closed"), ("a)", "a ) has no ( before it"), ("[a", "a [ is not closed"),
        ("[]", "a [ is not closed"), ("a||b", "a part of the pattern is empty"),
        ("()", "a part of the pattern is empty"),
        ("|a", "a part of the pattern is empty"), ("*a", "* has nothing before it to repeat"),
        ("(+)", "+ has nothing before it to repeat"), ("a{", "{ takes one or two numbers up to 64"),
        ("a{2,1}", "{ takes one or two numbers up to 64"), ("a{0}", "{ takes one or two numbers up to 64"),
        ("a{65}", "{ takes one or two numbers up to 64"),
        ("a{99999999999999999999}", "{ takes one or two numbers up to 64"),
        ("(a)\\1", "there are no back-references such as \\1"), ("a\\", "a \\ ends the pattern"),
        ("\\b", "there is no \\b; there are \\d \\w \\s \\D \\W \\S"),
        ("[ä]", "only ASCII characters may stand between [ and ]"),
        ("[z-a]", "a range between [ and ] runs backwards"),
        (
            "[[:no:]]",
            "[: is followed by one of [:alpha:] [:digit:] [:alnum:] [:lower:] [:upper:] [:punct:] [:space:] "
                + "[:blank:] [:xdigit:]"
        ),
        (String(repeating: "a", count: 129), "a pattern has at most 128 characters"),
        (String(repeating: "a", count: 65), "the pattern is too long, with what it repeats written out"),
        ("(a{8}){9}", "the pattern is too long, with what it repeats written out"),
    ])
    func `A mistake is one sentence`(pattern: String, sentence: String) {
        #expect(throws: FilterPattern.Mistake(text: sentence)) { try FilterPattern(pattern) }
    }

    /// What makes other engines take minutes is refused, or has at most 64 places; each byte then takes 64 steps at most.
    @Test(arguments: [
        "(.*[a-m].{12}[n-z].{9}){2}!", "(a*)*b", "(a|a)*b", "((a+)+)+$", "(x+x+)+y", "(.*){10}x", "([a-z]*){20}!",
        "((((((a{4}){4}){4}){4}){4}){4}){4}", "((((((((((a?){1,64}){1,64}){1,64}){1,64}){1,64}))))){1,64}",
        "(a{0,64}){0,64}", "(((a*)*)*)*",
    ])
    func `No pattern has more than 64 places`(pattern: String) throws {
        let tree = try PatternReader.tree(of: pattern)
        let isAccepted = (try? FilterPattern(pattern)) != nil
        #expect(isAccepted == (tree.places <= 64))
        #expect(tree.places <= 65)
    }

    /// The same answer as by trying all ways one after the other, for random patterns and texts.
    @Test func `Following all ways at once finds what trying one after the other finds`() throws {
        var random = SplitMix64(seed: 7)
        let pieces = ["a", "b", "ab", ".", "[ab]", "[^a]", "^", "$", "(a|b)", "(ab|b)", "é"]
        let counts = ["", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}"]
        var found = 0
        for _ in 0..<1_500 {
            var pattern = ""
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                pattern += (pieces.randomElement(using: &random) ?? "") + (counts.randomElement(using: &random) ?? "")
            }
            if Int.random(in: 0..<3, using: &random) == 0 { pattern = "(\(pattern))*|b\(pattern)" }
            let length = Int.random(in: 0...5, using: &random)
            let text = (0..<length).map { _ in ["a", "b", "é", "\n"].randomElement(using: &random) ?? "" }.joined()
            let expected = Self.isFound(by: try PatternReader.tree(of: pattern), in: text)
            #expect(try Self.isFound(pattern, in: text) == expected, "\(pattern) in \(text.debugDescription)")
            if expected { found += 1 }
        }
        #expect(found > 500)
    }

    private static func isFound(by tree: PatternTree, in text: String) -> Bool {
        let bytes = [UInt8(ascii: "\n")] + Array(text.utf8) + [UInt8(ascii: "\n")]
        return (0...bytes.count).contains { start in
            // A match begins where a character begins.
            (start == bytes.count || bytes[start] & 0xC0 != 0x80) && !ends(of: tree, in: bytes, from: start).isEmpty
        }
    }

    private static func ends(of tree: PatternTree, in bytes: [UInt8], from start: Int) -> Set<Int> {
        switch tree {
        case .place(let taken, let isWide):
            guard start < bytes.count, taken.contains(bytes[start]) else { return [] }
            var end = start + 1
            while isWide, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            return [end]
        case .sequence(let parts):
            return parts.reduce([start]) { starts, part in
                Set(starts.flatMap { ends(of: part, in: bytes, from: $0) })
            }
        case .choice(let parts): return Set(parts.flatMap { ends(of: $0, in: bytes, from: start) })
        case .repeated(let part, let fewest, let most):
            var reached: Set<Int> = fewest == 0 ? [start] : []
            var starts: Set<Int> = [start]
            for count in 1...(most ?? fewest + bytes.count + 1) {
                starts = Set(starts.flatMap { ends(of: part, in: bytes, from: $0) })
                if count >= fewest { reached.formUnion(starts) }
            }
            return reached
        }
    }
}
