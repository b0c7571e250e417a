/// A regular expression after `~`: what POSIX calls extended, without back-references, in any case of letters.
///
/// It is looked for anywhere in a row's text, `^` and `$` are the ends of a part of it, such as the name, and `.` is any
/// character. Also `\d`, `\w` and `\s`, and `\D`, `\W` and `\S` for all other characters.
///
/// All ways through the pattern are followed at once. It has at most 64 places, of which one word holds those that have
/// been reached, so a byte of text costs 64 steps at most and no memory at all, whatever was typed. The C library's
/// `regexec` gives no such promise: it takes minutes for `(.*[a-m].{12}[n-z].{9}){2}!` and ten thousand rows.
package struct FilterPattern: Sendable, Hashable {
    /// What is wrong with a pattern: one sentence without a full stop.
    struct Mistake: Error, Hashable {
        let text: String
    }

    /// The most places of a pattern, repetitions written out.
    static let mostPlaces = 64
    /// The most characters of a pattern.
    static let mostCharacters = 128

    /// As typed.
    package let source: String
    /// For each byte the places that take it.
    private let takers: [UInt64]
    /// For each place those that may come after it.
    private let followers: [UInt64]
    /// Where a match may begin.
    private let first: UInt64
    /// Where it may end.
    private let last: UInt64
    /// The places that take any further bytes of a character, too.
    private let wide: UInt64
    /// Whether it matches nothing at all, which is everywhere.
    private let isEmpty: Bool

    /// Reads a pattern.
    init(_ source: String) throws(Mistake) {
        guard source.count <= Self.mostCharacters else {
            throw Mistake(text: "a pattern has at most \(Self.mostCharacters) characters")
        }
        let tree = try PatternReader.tree(of: source)
        guard tree.places <= Self.mostPlaces else {
            throw Mistake(text: "the pattern is too long, with what it repeats written out")
        }
        var automaton = PatternAutomaton()
        let whole = automaton.add(tree)
        self.source = source
        takers = automaton.takers
        followers = automaton.followers
        wide = automaton.wide
        first = whole.first
        last = whole.last
        isEmpty = whole.isOptional
    }

    /// Whether it is found in a text of lower-case UTF-8, whose parts stand on lines of their own.
    package func matches(_ text: [UInt8]) -> Bool {
        if isEmpty { return true }
        var reached: UInt64 = 0
        take(Self.lineBreak, &reached)
        for byte in text {
            take(byte, &reached)
            if reached & last != 0 { return true }
        }
        take(Self.lineBreak, &reached)
        return reached & last != 0
    }

    private static let lineBreak = UInt8(ascii: "\n")

    private func take(_ byte: UInt8, _ reached: inout UInt64) {
        // A match may begin anywhere.
        var next = first
        var rest = reached
        while rest != 0 {
            next |= followers[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        next &= takers[Int(byte)]
        if byte & 0xC0 == 0x80 { next |= reached & wide }
        reached = next
    }

    /// Whether they were typed alike.
    package static func == (left: FilterPattern, right: FilterPattern) -> Bool { left.source == right.source }

    /// By what was typed.
    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// Which place of a pattern comes after which (V. M. Glushkov, The abstract theory of automata, 1961).
private struct PatternAutomaton {
    /// The places of a part of the pattern.
    struct Part {
        var first: UInt64
        var last: UInt64
        /// Whether it may be left out.
        var isOptional: Bool
    }

    var takers = [UInt64](repeating: 0, count: 256)
    var followers: [UInt64] = []
    var wide: UInt64 = 0

    /// Adds a tree of at most 64 places.
    mutating func add(_ tree: PatternTree) -> Part {
        switch tree {
        case .place(let bytes, let isWide): return add(bytes, isWide: isWide)
        case .sequence(let parts): return parts.dropFirst().reduce(add(parts[0])) { join($0, add($1)) }
        case .choice(let parts):
            return parts.dropFirst().reduce(add(parts[0])) { left, tree in
                let right = add(tree)
                return Part(
                    first: left.first | right.first, last: left.last | right.last,
                    isOptional: left.isOptional || right.isOptional)
            }
        case .repeated(let tree, let fewest, let most): return add(tree, fewest, most)
        }
    }

    private mutating func add(_ bytes: Set<UInt8>, isWide: Bool) -> Part {
        let place: UInt64 = 1 << UInt64(followers.count)
        followers.append(0)
        for byte in bytes { takers[Int(byte)] |= place }
        if isWide { wide |= place }
        return Part(first: place, last: place, isOptional: false)
    }

    private mutating func add(_ tree: PatternTree, _ fewest: Int, _ most: Int?) -> Part {
        var whole: Part?
        for copy in 0..<max(1, most ?? fewest) {
            var part = add(tree)
            if copy >= fewest { part.isOptional = true }
            // The last copy goes round when there is no end to them.
            if most == nil, copy == max(1, fewest) - 1 { link(part.last, to: part.first) }
            whole = whole.map { join($0, part) } ?? part
        }
        return whole ?? Part(first: 0, last: 0, isOptional: true)
    }

    private mutating func join(_ left: Part, _ right: Part) -> Part {
        link(left.last, to: right.first)
        return Part(
            first: left.isOptional ? left.first | right.first : left.first,
            last: right.isOptional ? left.last | right.last : right.last,
            isOptional: left.isOptional && right.isOptional)
    }

    private mutating func link(_ places: UInt64, to next: UInt64) {
        for place in followers.indices where places & (1 << UInt64(place)) != 0 { followers[place] |= next }
    }
}
