/// A regular expression as it was read.
indirect enum PatternTree {
    /// One of these bytes; any further bytes of the same character too, when it is wide.
    case place(Set<UInt8>, isWide: Bool)
    /// One after the other; at least one.
    case sequence([PatternTree])
    /// One of them; at least one.
    case choice([PatternTree])
    /// So many times; without an end when `most` is nil.
    case repeated(PatternTree, fewest: Int, most: Int?)

    /// How many places it has with its repetitions written out; at least 1, and no more than one above the most that a
    /// pattern may have.
    var places: Int {
        let limit = FilterPattern.mostPlaces + 1
        switch self {
        case .place: return 1
        case .sequence(let parts), .choice(let parts): return parts.reduce(0) { min(limit, $0 + $1.places) }
        case .repeated(let tree, let fewest, let most): return min(limit, tree.places * max(1, most ?? fewest))
        }
    }
}

/// Reads a regular expression, in lower case.
struct PatternReader {
    private let characters: [Character]
    private var index = 0

    /// The tree of a pattern.
    static func tree(of source: String) throws(FilterPattern.Mistake) -> PatternTree {
        var reader = PatternReader(characters: Array(source))
        let tree = try reader.choice()
        guard reader.next == nil else { throw FilterPattern.Mistake(text: "a ) has no ( before it") }
        return tree
    }

    private init(characters: [Character]) { self.characters = characters }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    /// Passes over a character if it is the next one.
    private mutating func skip(_ character: Character) -> Bool {
        guard next == character else { return false }
        index += 1
        return true
    }

    private mutating func choice() throws(FilterPattern.Mistake) -> PatternTree {
        var parts = [try sequence()]
        while skip("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(FilterPattern.Mistake) -> PatternTree {
        var parts: [PatternTree] = []
        while let next, next != "|", next != ")" { parts.append(try repeated()) }
        guard !parts.isEmpty else { throw FilterPattern.Mistake(text: "a part of the pattern is empty") }
        return .sequence(parts)
    }

    private mutating func repeated() throws(FilterPattern.Mistake) -> PatternTree {
        var tree = try atom()
        while let next {
            switch next {
            case "*": tree = .repeated(tree, fewest: 0, most: nil)
            case "+": tree = .repeated(tree, fewest: 1, most: nil)
            case "?": tree = .repeated(tree, fewest: 0, most: 1)
            case "{":
                let (fewest, most) = try counts()
                tree = .repeated(tree, fewest: fewest, most: most)
                continue
            default: return tree
            }
            index += 1
        }
        return tree
    }

    /// `{3}`, `{3,}` or `{3,5}`.
    private mutating func counts() throws(FilterPattern.Mistake) -> (fewest: Int, most: Int?) {
        let mistake = FilterPattern.Mistake(text: "{ takes one or two numbers up to \(FilterPattern.mostPlaces)")
        index += 1
        guard let fewest = number() else { throw mistake }
        guard skip(",") else {
            guard skip("}"), fewest > 0 else { throw mistake }
            return (fewest, fewest)
        }
        if skip("}") { return (fewest, nil) }
        guard let most = number(), skip("}"), most >= max(1, fewest) else { throw mistake }
        return (fewest, most)
    }

    private mutating func number() -> Int? {
        let start = index
        while let next, next.isASCII, next.isNumber { index += 1 }
        guard let number = Int(String(characters[start..<index])), number <= FilterPattern.mostPlaces else {
            return nil
        }
        return number
    }

    private mutating func atom() throws(FilterPattern.Mistake) -> PatternTree {
        let character = characters[index]
        index += 1
        switch character {
        case "(":
            let tree = try choice()
            guard skip(")") else { throw FilterPattern.Mistake(text: "a ( is not closed") }
            return tree
        case "[": return try bracket()
        case ".": return .place(ByteClass.all, isWide: true)
        // The parts of a row's text stand on lines of their own.
        case "^", "$": return .place(ByteClass.lineBreak, isWide: false)
        case "\\": return try escape()
        case "*", "+", "?", "{": throw FilterPattern.Mistake(text: "\(character) has nothing before it to repeat")
        default: return Self.literal(character)
        }
    }

    /// A character itself: a place for each of its bytes.
    private static func literal(_ character: Character) -> PatternTree {
        .sequence(character.lowercased().utf8.map { .place([$0], isWide: false) })
    }

    private mutating func escape() throws(FilterPattern.Mistake) -> PatternTree {
        guard let character = next else { throw FilterPattern.Mistake(text: "a \\ ends the pattern") }
        index += 1
        switch character {
        case "d": return .place(ByteClass.digits, isWide: false)
        case "w": return .place(ByteClass.word, isWide: false)
        case "s": return .place(ByteClass.blanks, isWide: false)
        case "D": return .place(ByteClass.all.subtracting(ByteClass.digits), isWide: true)
        case "W": return .place(ByteClass.all.subtracting(ByteClass.word), isWide: true)
        case "S": return .place(ByteClass.all.subtracting(ByteClass.blanks), isWide: true)
        default:
            if character.isASCII, character.isNumber {
                throw FilterPattern.Mistake(text: "there are no back-references such as \\\(character)")
            }
            if character.isASCII, character.isLetter {
                throw FilterPattern.Mistake(text: "there is no \\\(character); there are \\d \\w \\s \\D \\W \\S")
            }
            return Self.literal(character)
        }
    }

    /// `[a-f0-9]`, `[^.]`, `[[:digit:]-]`; ASCII only.
    private mutating func bracket() throws(FilterPattern.Mistake) -> PatternTree {
        let isNegated = skip("^")
        var bytes: Set<UInt8> = []
        var isFirst = true
        while true {
            guard let character = next else { throw FilterPattern.Mistake(text: "a [ is not closed") }
            // A ] that comes first stands for itself.
            if character == "]", !isFirst { break }
            isFirst = false
            if character == "[", index + 1 < characters.count, characters[index + 1] == ":" {
                bytes.formUnion(try namedClass())
                continue
            }
            let low = try bracketByte()
            guard next == "-", index + 1 < characters.count, characters[index + 1] != "]" else {
                bytes.insert(low)
                continue
            }
            index += 1
            let high = try bracketByte()
            guard low <= high else { throw FilterPattern.Mistake(text: "a range between [ and ] runs backwards") }
            bytes.formUnion(low...high)
        }
        index += 1
        return isNegated
            ? .place(ByteClass.all.subtracting(bytes), isWide: true) : .place(bytes, isWide: false)
    }

    private mutating func bracketByte() throws(FilterPattern.Mistake) -> UInt8 {
        guard let byte = next?.lowercased().utf8.first, byte < 0x80, next?.isASCII == true else {
            throw FilterPattern.Mistake(text: "only ASCII characters may stand between [ and ]")
        }
        index += 1
        return byte
    }

    private mutating func namedClass() throws(FilterPattern.Mistake) -> Set<UInt8> {
        let rest = String(characters[(index + 2)...])
        guard let (name, bytes) = ByteClass.named.first(where: { rest.hasPrefix($0.name + ":]") }) else {
            let names = ByteClass.named.map { "[:\($0.name):]" }.joined(separator: " ")
            throw FilterPattern.Mistake(text: "[: is followed by one of \(names)")
        }
        index += name.count + 4
        return bytes
    }
}

/// Bytes of lower-case UTF-8 that patterns have names for.
private enum ByteClass {
    static let lineBreak: Set<UInt8> = [UInt8(ascii: "\n")]
    /// The first byte of any character but a line break.
    static let all = Set((UInt8.min...UInt8.max).filter { $0 & 0xC0 != 0x80 }).subtracting(lineBreak)
    static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let letters = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    static let word = digits.union(letters).union([UInt8(ascii: "_")])
    static let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    static let marks = Set(UInt8(ascii: "!")...UInt8(ascii: "~")).subtracting(digits).subtracting(letters)

    static let named: [(name: String, bytes: Set<UInt8>)] = [
        ("alpha", letters), ("digit", digits), ("alnum", letters.union(digits)), ("lower", letters),
        ("upper", letters), ("punct", marks), ("space", blanks), ("blank", blanks),
        ("xdigit", digits.union(UInt8(ascii: "a")...UInt8(ascii: "f"))),
    ]
}
