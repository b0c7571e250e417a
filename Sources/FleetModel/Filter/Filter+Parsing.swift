extension Filter {
    /// Reads a filter as typed; blanks alone are the filter that hides nothing.
    package static func parse(_ text: String) throws(FilterMistake) -> Filter {
        var groups: [[Term]] = []
        var group: [Term] = []
        var lastBar = 0..<0
        for token in try tokens(of: Array(text)) {
            if token.isBar {
                guard !group.isEmpty else { throw FilterMistake(text: "nothing stands before |", range: token.range) }
                groups.append(group)
                group = []
                lastBar = token.range
            } else {
                group.append(try term(token))
            }
        }
        guard !group.isEmpty || groups.isEmpty else {
            throw FilterMistake(text: "nothing stands after |", range: lastBar)
        }
        return Filter(groups: group.isEmpty ? groups : groups + [group])
    }

    /// A word of the input with where it stands.
    private struct Token {
        var text: String
        var range: Range<Int>
        var isNegated = false
        var isQuoted = false
        var isBar: Bool { text == "|" && !isQuoted && !isNegated }
    }

    private static func tokens(of characters: [Character]) throws(FilterMistake) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < characters.count {
            guard !characters[index].isWhitespace else {
                index += 1
                continue
            }
            let start = index
            if characters[index] == "|" {
                index += 1
                tokens.append(Token(text: "|", range: start..<index))
                continue
            }
            var token = Token(text: "", range: start..<start)
            if characters[index] == "!" {
                token.isNegated = true
                index += 1
            }
            var depth = 0
            while index < characters.count, !characters[index].isWhitespace, characters[index] != "|" || depth > 0 {
                // A bar between the parentheses of a pattern is the pattern's own.
                if token.text.hasPrefix("~") { depth += Self.nesting(characters[index]) }
                if characters[index] == "\"" {
                    guard let end = characters[(index + 1)...].firstIndex(of: "\"") else {
                        throw FilterMistake(text: "the quotation mark is not closed", range: index..<characters.count)
                    }
                    token.isQuoted = token.isQuoted || token.text.isEmpty
                    token.text += String(characters[(index + 1)..<end])
                    index = end + 1
                } else {
                    token.text.append(characters[index])
                    index += 1
                }
            }
            token.range = start..<index
            tokens.append(token)
        }
        return tokens
    }

    /// How much deeper a character of a pattern leads.
    private static func nesting(_ character: Character) -> Int { character == "(" ? 1 : character == ")" ? -1 : 0 }

    private static func term(_ token: Token) throws(FilterMistake) -> Term {
        guard !token.text.isEmpty else {
            let text =
                token.isQuoted
                ? "nothing stands between the quotation marks" : "! is followed by a word or a condition"
            throw FilterMistake(text: text, range: token.range)
        }
        return Term(condition: try condition(token), isNegated: token.isNegated)
    }

    private static func condition(_ token: Token) throws(FilterMistake) -> Condition {
        let text = token.text.lowercased()
        if !token.isQuoted {
            if text.hasPrefix("~") { return .pattern(try pattern(String(token.text.dropFirst()), token)) }
            if let colon = text.firstIndex(of: ":"), let key = Key(rawValue: String(text[..<colon])) {
                return try condition(key, String(text[text.index(after: colon)...]), token)
            }
            if looksLikeUnknownKey(text) {
                let keys = Key.allCases.map(\.rawValue)
                let word = String(text.prefix { $0 != ":" })
                let hint = Spelling.nearest(to: word, in: keys).map { "did you mean \($0):? " } ?? ""
                let known = keys.map { "\($0):" }.joined(separator: " ")
                throw FilterMistake(text: "\(hint)\(word): is not known; use \(known)", range: token.range)
            }
            if let sign = text.firstIndex(where: { Comparison(rawValue: $0) != nil }),
                let comparison = Comparison(rawValue: text[sign])
            {
                let quantity = String(text[..<sign])
                let bound = String(text[text.index(after: sign)...])
                if let condition = try measure(quantity, comparison, bound, token) { return condition }
            }
        }
        return .text(Array(text.utf8))
    }

    /// The words before a colon.
    private enum Key: String, CaseIterable {
        case `is`, name, site, tag, owner, gateway, issuer, layer, reason
    }

    /// Whether letters stand before a colon and something behind it that is neither a port, as in `kiosk:3390`, nor
    /// makes the whole an IPv6 address, as in `dead:beef`.
    private static func looksLikeUnknownKey(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let (word, value) = (text[..<colon], text[text.index(after: colon)...])
        guard !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isLetter }), !value.isEmpty else { return false }
        let isPort = value.allSatisfy { $0.isASCII && $0.isNumber }
        let isHexadecimal = text.allSatisfy { $0 == ":" || $0.isASCII && $0.isHexDigit }
        return !isPort && !isHexadecimal
    }

    private static func condition(_ key: Key, _ value: String, _ token: Token) throws(FilterMistake) -> Condition {
        switch key {
        case .is:
            guard let word = value == "?" ? .unknown : StateWord(rawValue: value) else {
                throw unknown("is:", value, StateWord.allCases.map(\.rawValue), token)
            }
            return .state(word)
        case .name: return .name(try name(value, after: key, token))
        case .site: return .site(try name(value, after: key, token))
        case .tag: return .tag(try name(value, after: key, token))
        case .owner: return .owner(try name(value, after: key, token))
        case .gateway: return .gateway(try name(value, after: key, token))
        case .issuer: return .issuer(Array(try name(value, after: key, token).utf8))
        case .layer:
            guard let layer = Layer(rawValue: value) else {
                throw unknown("layer:", value, Layer.allCases.map(\.rawValue), token)
            }
            return .layer(layer)
        case .reason:
            guard let letter = ReasonLetter(filterWord: value) else {
                throw unknown("reason:", value, ReasonLetter.allCases.map(\.rawValue), token)
            }
            return .reason(letter)
        }
    }

    private static func name(_ value: String, after key: Key, _ token: Token) throws(FilterMistake) -> String {
        guard !value.isEmpty else {
            throw FilterMistake(text: "\(key.rawValue): takes a name", range: token.range)
        }
        return value
    }

    private static func pattern(_ source: String, _ token: Token) throws(FilterMistake) -> FilterPattern {
        guard !source.isEmpty else {
            throw FilterMistake(text: "~ is followed by a regular expression", range: token.range)
        }
        do throws(FilterPattern.Mistake) {
            return try FilterPattern(source)
        } catch {
            throw FilterMistake(text: error.text, range: token.range)
        }
    }

    /// The words before a comparison.
    private enum Measure: String {
        case cert, since, rtt
    }

    private static func measure(
        _ quantity: String, _ comparison: Comparison, _ bound: String, _ token: Token
    ) throws(FilterMistake) -> Condition? {
        guard let measure = Measure(rawValue: quantity) else { return nil }
        switch measure {
        case .cert: return .certificate(comparison, try span(bound, after: measure, comparison, token))
        case .since: return .since(comparison, try span(bound, after: measure, comparison, token))
        case .rtt:
            guard let span = milliseconds(bound) else {
                throw FilterMistake(
                    text: "rtt\(comparison.rawValue) takes milliseconds such as 200, or 1s", range: token.range)
            }
            return .roundTrip(comparison, span)
        }
    }

    private static func span(
        _ text: String, after measure: Measure, _ comparison: Comparison, _ token: Token
    ) throws(FilterMistake) -> Span {
        if let unit = text.last, let count = count(text.dropLast()) {
            switch unit {
            case "s": return .seconds(count)
            case "m": return .minutes(count)
            case "h": return .hours(count)
            case "d": return .days(count)
            default: break
            }
        }
        throw FilterMistake(
            text: "\(measure.rawValue)\(comparison.rawValue) takes a time such as 10m, 8h or 14d", range: token.range)
    }

    /// A number of a unit of time; a century of days at most.
    private static func count(_ text: some StringProtocol) -> Int64? {
        Int64(text).flatMap { (-36_500...36_500).contains($0) ? $0 : nil }
    }

    /// `200`, `200ms` or `2s`.
    private static func milliseconds(_ text: String) -> Span? {
        if text.hasSuffix("ms") { return count(text.dropLast(2)).map { .milliseconds($0) } }
        if text.hasSuffix("s") { return count(text.dropLast()).map { .seconds($0) } }
        return count(text).map { .milliseconds($0) }
    }

    /// The answer stands first: a narrow screen shows no more than the beginning.
    private static func unknown(_ key: String, _ word: String, _ words: [String], _ token: Token) -> FilterMistake {
        let hint = Spelling.nearest(to: word, in: words).map { "did you mean \(key)\($0)? " } ?? ""
        return FilterMistake(text: "\(hint)\(key) takes \(words.joined(separator: " "))", range: token.range)
    }
}

extension ReasonLetter {
    /// A letter or a word after `reason:`, in lower case.
    fileprivate init?(filterWord word: String) {
        if let letter = ReasonLetter(rawValue: word.uppercased()) {
            self = letter
            return
        }
        switch word {
        case "timeout": self = .timeout
        case "refused", "reset": self = .refused
        case "unreachable": self = .unreachable
        case "name": self = .noSuchName
        case "protocol": self = .protocolError
        case "handshake": self = .handshake
        case "expired": self = .expired
        case "mismatch": self = .nameMismatch
        case "untrusted": self = .untrusted
        case "weak": self = .weak
        case "closed": self = .closed
        case "server": self = .serverError
        case "denied": self = .accessDenied
        case "blocked": self = .blocked
        default: return nil
        }
    }
}
