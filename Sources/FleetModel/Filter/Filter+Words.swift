extension Filter {
    /// What the filter asks for, as people say it: `site is fra, and certificate has less than 14d left`; empty when it
    /// asks for nothing.
    package var words: String { groups.map(Self.words).joined(separator: "; or ") }

    /// The same, the longest form first; shorter ones are about what was typed last.
    package var wordForms: [String] {
        guard let last = groups.last, let term = last.last else { return [""] }
        let shorter = [
            groups.count > 1 ? ["what stands before, or \(Self.words(last))"] : [],
            last.count > 1 ? ["what stands before, and \(term.words)"] : [],
        ]
        return [words] + shorter.joined()
    }

    private static func words(_ group: [Term]) -> String { group.map(\.words).joined(separator: ", and ") }
}

extension Filter.Term {
    /// What the term asks for: `is down`, `site is not fra`.
    fileprivate var words: String {
        switch condition {
        case .text(let bytes): (isNegated ? "no " : "") + Self.quoted(bytes) + " in it"
        case .pattern(let pattern): (isNegated ? "does not match " : "matches ") + pattern.source
        case .state(let word): word.words(isNegated: isNegated)
        case .name(let name): "name \(verb) \(name)"
        case .site(let name): "site \(verb) \(name)"
        case .tag(let name): (isNegated ? "not " : "") + "tagged \(name)"
        case .owner(let name): "owner \(verb) \(name)"
        case .gateway(let name): "gateway \(verb) \(name)"
        case .issuer(let bytes): (isNegated ? "no " : "") + "\(Self.quoted(bytes)) in the certificate's issuer"
        case .layer(let layer):
            "\(layer.title) \(isNegated ? "is neither failed nor a warning" : "failed or a warning")"
        case .reason(let letter): (isNegated ? "no" : "a") + " layer with \(letter.rawValue): \(letter.meaning)"
        case .certificate(let comparison, let span):
            "certificate \(isNegated ? "has not" : "has") \(comparison.words("less", "more")) than \(span.exact) left"
        case .since(let comparison, let span):
            "state \(verb) \(comparison.words("younger", "older")) than \(span.exact)"
        case .roundTrip(let comparison, let span):
            "round trip \(verb) \(comparison.words("under", "over")) \(span.milliseconds) ms"
        }
    }

    private var verb: String { isNegated ? "is not" : "is" }

    private static func quoted(_ bytes: [UInt8]) -> String { "\"\(String(decoding: bytes, as: UTF8.self))\"" }
}

extension Filter.StateWord {
    fileprivate func words(isNegated: Bool) -> String {
        let verb = isNegated ? "is not" : "is"
        switch self {
        case .problem: return isNegated ? "has no problem" : "has a problem"
        case .down: return "\(verb) down"
        case .warn: return isNegated ? "has no warning" : "has a warning"
        case .ok: return "\(verb) ok"
        case .unknown: return "\(verb) unknown"
        case .acked: return "\(verb) acknowledged"
        case .muted: return "\(verb) muted"
        case .marked: return "\(verb) marked"
        case .new: return "\(verb) a new problem"
        case .recovered: return isNegated ? "has not just recovered" : "has just recovered"
        case .stale: return isNegated ? "is not stale" : "is stale: not probed for long"
        }
    }
}

extension Filter.Comparison {
    fileprivate func words(_ less: String, _ greater: String) -> String {
        switch self {
        case .less: less
        case .greater: greater
        }
    }
}

extension Span {
    /// In the largest unit that leaves no rest: `14d`, `90m`.
    fileprivate var exact: String {
        let units: [(String, Int64)] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000)]
        for (sign, length) in units where milliseconds != 0 && milliseconds % length == 0 {
            return "\(milliseconds / length)\(sign)"
        }
        return "\(milliseconds / 1000)s"
    }
}
