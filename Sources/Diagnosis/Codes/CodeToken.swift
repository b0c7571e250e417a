import ErrorCodes

/// A word or a number of a message that has an error code in it.
enum CodeToken: Sendable, Hashable {
    /// A number that says how it is to be read: `0x904`, `904h`, `-2146893022`, `8009030C`.
    case number(UInt32)
    /// Digits that may be decimal or hexadecimal; nil where the digits are too many for one of them.
    case digits(decimal: UInt32?, hexadecimal: UInt32?)
    /// A name of the table.
    case symbol(ErrorCode)
    /// Anything else, in lower case.
    case word(String)

    /// The words and numbers of a text, in their order.
    static func tokens(in text: String) -> [CodeToken] {
        let runs = runs(of: Array(text.utf8.prefix(TypedCode.limit)))
        return runs.map { token($0, isAlone: runs.count == 1) }
    }

    /// Whether it is a code and nothing else.
    var isUnmistakable: Bool {
        switch self {
        case .number, .symbol: true
        case .digits, .word: false
        }
    }

    /// Whether it may be a code.
    var isNumber: Bool {
        switch self {
        case .number, .symbol, .digits: true
        case .word: false
        }
    }

    /// Whether the number after it is said to be the extended one, in English or German.
    var saysExtended: Bool {
        guard case .word(let word) = self else { return false }
        return word.hasPrefix("extended") || word == "ext" || word.hasPrefix("erweitert")
    }

    /// The number space that a name tells; nil for numbers.
    var space: NumberSpace? {
        guard case .symbol(let code) = self else { return nil }
        return code.space
    }

    /// The number, its digits read in one way; nil when it is none in that way.
    func value(_ base: TypedCode.Base) -> UInt32? {
        switch self {
        case .number(let number): number
        case .symbol(let code): code.number
        case .digits(let decimal, let hexadecimal): base == .decimal ? decimal : hexadecimal
        case .word: nil
        }
    }
}

extension ArraySlice<CodeToken> {
    /// The extended error code after an error code: the next number at once, or after words when it is marked by `0x`.
    var extendedCode: CodeToken? {
        guard let next = firstIndex(where: \.isNumber), self[next].space == nil else { return nil }
        let between = self[startIndex..<next]
        guard between.count <= 6 else { return nil }
        let isMarked = between.isEmpty || between.contains(where: \.saysExtended) || self[next].isUnmistakable
        return isMarked ? self[next] : nil
    }
}

// MARK: Reading

extension CodeToken {
    /// The runs of letters, digits and underscores. What joins the parts of a time, a date, an address or a host name
    /// joins them here, too; nothing joins what begins with `0x`.
    private static func runs(of bytes: [UInt8]) -> [String] {
        var runs: [[UInt8]] = []
        var run: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let next = bytes[(index + 1)...].prefix(2)
            let isSign =
                byte == UInt8(ascii: "-") && run.isEmpty && (next.first?.isDigit ?? false)
                && (index == 0 || !bytes[index - 1].isWordByte)
            if byte.isWordByte || isSign || byte.joins(run, to: next) {
                run.append(byte)
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func token(_ run: String, isAlone: Bool) -> CodeToken {
        let word = run.lowercased()
        if word.hasPrefix("0x") {
            return number(hexadecimal: word.dropFirst(2)).map(CodeToken.number) ?? .word(word)
        }
        if word.hasPrefix("-") {
            // Windows prints HRESULT and NTSTATUS as signed numbers of 32 bits; none of them is near zero.
            let number = Int32(word).map(UInt32.init(bitPattern:))
            return number.map { $0 < 0xE000_0000 ? .number($0) : .word(word) } ?? .word(word)
        }
        if word.utf8.allSatisfy(\.isDigit) {
            let decimal = UInt32(word)
            let hexadecimal = word.utf8.count <= 8 ? number(hexadecimal: word[...]) : nil
            return decimal == nil && hexadecimal == nil
                ? .word(word) : .digits(decimal: decimal, hexadecimal: hexadecimal)
        }
        if let number = unmarked(word, isAlone: isAlone) { return .number(number) }
        return ErrorCodeTable.code(named: run).map(CodeToken.symbol) ?? .word(word)
    }

    /// Hexadecimal digits without `0x`: with an `h` behind them, as long as an HRESULT, known, or all that was typed.
    private static func unmarked(_ word: String, isAlone: Bool) -> UInt32? {
        guard let first = word.utf8.first else { return nil }
        if word.hasSuffix("h") { return first.isDigit ? number(hexadecimal: word.dropLast()) : nil }
        guard word.utf8.contains(where: \.isDigit), word.utf8.count >= 3,
            let number = number(hexadecimal: word[...])
        else { return nil }
        return isAlone || !ErrorCodeTable.codes(number).isEmpty ? number : nil
    }

    /// A number of 32 bits, or one of 64 with the sign of those 32 in front.
    private static func number(hexadecimal digits: Substring) -> UInt32? {
        guard !digits.isEmpty, digits.utf8.count <= 16, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
            let number = UInt64(digits, radix: 16)
        else { return nil }
        let upper = number >> 32
        return upper == 0 || upper == 0xFFFF_FFFF ? UInt32(truncatingIfNeeded: number) : nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether it stands within a time, a date, an address or a host name.
    fileprivate func joins(_ run: [UInt8], to next: ArraySlice<UInt8>) -> Bool {
        guard let last = run.last, let first = next.first else { return false }
        let mark: [UInt8] = [UInt8(ascii: "0"), UInt8(ascii: "x")]
        guard !run.starts(with: mark), !next.elementsEqual(mark) else { return false }
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "-"): return last.isWordByte && first.isWordByte
        case UInt8(ascii: ":"):
            return (last.isDigit || last == UInt8(ascii: ":")) && (first.isWordByte || first == UInt8(ascii: ":"))
                || run.contains(UInt8(ascii: ":"))
        default: return false
        }
    }

    /// What names and numbers are made of; bytes of other scripts are parts of words.
    fileprivate var isWordByte: Bool {
        isDigit || self == UInt8(ascii: "_") || self >= 0x80
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
