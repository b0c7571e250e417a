import ErrorCodes
package import FleetModel

/// Says what a user's error code means, what it does not, and what to check next.
///
/// - Parameters:
///   - text: As typed or pasted: `0x904 0x7`, `2308 7`, `-2146893022`, `SEC_E_WRONG_PRINCIPAL`, or a message with such
///     in it.
///   - claims: How much is said about the common advice, for the codes that there is some for.
/// - Returns: What it means, also for a number that is in no table; nil when there is no code in the text.
package func explanation(ofCode text: String, claims: ClaimDetail = .brief) -> CodeAnswer? {
    TypedCode(text).map { explanation(of: $0, claims: claims) }
}

/// Says what a code means that has been read.
func explanation(of typed: TypedCode, claims: ClaimDetail) -> CodeAnswer {
    let readings = typed.readings
    let codes = readings.flatMap { $0.codes + $0.extendedCodes }
    var sections: [CodeAnswer.Section] = []
    func add(_ title: String, _ lines: [String]) {
        if !lines.isEmpty { sections.append(CodeAnswer.Section(title: title, lines: lines)) }
    }
    add("How it was read", typed.ambiguity)
    if readings.contains(where: \.isClosedSocket) { add("In short", CloseLadder.summary) }
    for reading in readings where reading.isKnown || reading == readings.first {
        let suffix = readings.count(where: \.isKnown) > 1 ? " as \(reading.title)" : ""
        add("What it means" + suffix, reading.meaning)
        add("What it does not mean" + suffix, reading.isNot)
        if !reading.isClosedSocket { add("Where to look" + suffix, reading.place) }
        add("What to check next" + suffix, reading.next)
        if reading.isClosedSocket {
            add("Where it broke: the first of these that is so", CloseLadder.lines)
            add("Seen elsewhere with these codes", CloseLadder.observations)
        }
        add("Updates of Windows", reading.regressions(claims))
        guard reading.isClosedSocket else { continue }
        add(
            "What people say about 0x904, and what there is to it",
            ClaimTable.lines(claims, question: reading.arguments))
        add("Not recommended", DiscouragedStep.all.map(\.line))
    }
    add("Names and sources", codes.map(\.origin))
    return CodeAnswer(
        title: readings.first?.title ?? "", meanings: codes.map(CodeAnswer.Meaning.init), sections: sections)
}

extension CodeAnswer.Meaning {
    fileprivate init(_ code: ErrorCode) {
        self.init(
            space: code.space.rawValue, number: code.number, symbol: code.symbol, text: code.meaning,
            source: code.source, layers: Guidance.of(code.topic).place.layers)
    }
}

extension TypedCode {
    /// What to say of digits that may be decimal or hexadecimal; empty when there is no doubt.
    fileprivate var ambiguity: [String] {
        guard let first = readings.first, let base = first.base else { return [] }
        guard let second = readings.dropFirst().first else {
            return ["It was read as \(base.rawValue): \(first.title)."]
        }
        let known = second.isKnown ? "which has a meaning, too" : "which is in no table"
        return [
            "Without 0x in front it may be \(base.rawValue) or \(second.base?.rawValue ?? ""). Read as "
                + "\(base.rawValue) it is \(first.title)\(first.isKnown ? "" : ", which is in no table"); read as "
                + "\(second.base?.rawValue ?? "") it would be \(second.title), \(known)."
        ]
    }
}

extension TypedCode.Reading {
    /// Whether it is 0x904, alone or with one of the extended codes that were observed beside it.
    var isClosedSocket: Bool {
        number == 0x904 && (space == nil || space == .disconnect) && [nil, 0, 7].contains(extended)
    }

    /// The topics that the codes are about, in order and once each.
    ///
    /// Where one code says something, those that say nothing are left out.
    fileprivate var topics: [CodeTopic] {
        var topics: [CodeTopic] = []
        for topic in (codes + extendedCodes).map(\.topic) where !topics.contains(topic) { topics.append(topic) }
        let telling = topics.filter { $0 != .none && $0 != .unknown }
        return telling.isEmpty ? (topics.isEmpty ? [.unknown] : topics) : telling
    }

    fileprivate var meaning: [String] {
        var lines = codes.map(\.paragraph)
        if codes.isEmpty { lines += unknown(number, in: space) }
        guard let extended else { return lines }
        lines += extendedCodes.map(\.paragraph)
        if !extendedCodes.contains(where: { $0.space == .extended }) { lines += unknown(extended, in: .extended) }
        return lines
    }

    private func unknown(_ number: UInt32, in space: NumberSpace?) -> [String] {
        let kind = space == .extended ? "The extended error code " : ""
        let line = "\(kind)\(number.code) (decimal \(number.decimalCode)) is in no public table that rdptop knows."
        return [[line, CodeClass.words(of: number, in: space)].compactMap { $0 }.joined(separator: " ")]
    }

    fileprivate var isNot: [String] {
        let closed = isClosedSocket ? CloseLadder.isNot + (extended == 7 ? CloseLadder.extendedIsNot : []) : []
        guard closed.isEmpty else { return closed }
        // Of several number spaces it is not known which is meant, and so not what is ruled out.
        return topics.count == 1 ? topics.flatMap { Guidance.of($0).isNot } : []
    }

    fileprivate var place: [String] {
        let guidances = topics.map(Guidance.of)
        guard guidances.count > 1 else {
            return guidances.flatMap { [$0.place.sentence, $0.sees] }
        }
        // The same words twice would be no choice.
        return guidances.enumerated().map { index, guidance in
            let words = topics[index].words
            let start = topics[..<index].last?.words == words ? "Or " : words + ": "
            return "\(start)\(guidance.place.words). \(guidance.sees)"
        }
    }

    fileprivate var next: [String] {
        var steps: [Remedy] = []
        for step in topics.prefix(3).flatMap({ Guidance.of($0).next }) where !steps.contains(step) {
            steps.append(step)
        }
        let names = RemedyNames(server: "SERVER", port: 3389, gateway: "GATEWAY")
        return steps.prefix(6).enumerated().flatMap { index, step in
            let step = step.filled(names)
            let line =
                "\(index + 1). \(step.place.words.prefix(1).uppercased())\(step.place.words.dropFirst()): \(step.text)"
            return [line] + [step.command].compactMap { $0 }.map { "   " + $0 }
        }
    }

    fileprivate func regressions(_ detail: ClaimDetail) -> [String] {
        guard isClosedSocket else { return RegressionTable.regressions(showing: number).map(\.line) }
        let none = "None of the known faulty updates of Windows is documented to show \(title)."
        switch detail {
        case .brief: return [none]
        case .full: return [none] + RegressionTable.all.map(\.line)
        }
    }
}

extension ErrorCode {
    /// `0x904 (decimal 2308), an error code of the client: what it means`.
    fileprivate var paragraph: String { "\(hexadecimal) (decimal \(number.decimalCode)), \(space.title): \(meaning)" }

    /// Its name, who makes it, where it is met, and where all that is from.
    fileprivate var origin: String {
        let name = symbol ?? "no documented name"
        return "\(hexadecimal), \(space.title): \(name). \(space.origin) \(space.shownAs) Source: \(source)."
    }
}

extension CodeTopic {
    /// The topic as the beginning of a line.
    fileprivate var words: String {
        switch self {
        case .name: "If it is about the name"
        case .none, .unspecific, .unknown: "If it says nothing more"
        case .ended, .closed, .reaching, .timeout: "If it is about the connection"
        case .licensing: "If it is about licences"
        case .negotiation, .tls, .key, .credssp, .identity, .binding, .encryption: "If it is about security"
        case .certificate: "If it is about a certificate"
        case .domain, .clock, .credentials, .account, .policy, .smartcard: "If it is about the log-on"
        case .session, .broker, .remoteApp, .protocol: "If it is about the session"
        case .client: "If it is about the client"
        case .gatewayReach, .gatewayCertificate, .gatewayPolicy, .gatewayLogOn, .gatewayLimits, .gatewayVersion,
            .gatewaySession, .gatewayTarget, .proxy:
            "If it is about a gateway"
        }
    }
}

extension Guidance.Place {
    /// The place as a line of its own.
    fileprivate var sentence: String {
        switch self {
        case .layers(let layers): "\(layers.count == 1 ? "Layer" : "Layers"): \(words)."
        case .afterLogOn, .client: "\(words.prefix(1).uppercased())\(words.dropFirst())."
        case .unknown: "Layer: \(words)."
        }
    }
}

extension Remedy.Place {
    /// Where to do it, in a phrase.
    fileprivate var words: String {
        switch self {
        case .here: "here"
        case .server: "on the server"
        case .gateway: "on the gateway"
        case .client: "on the user's machine"
        case .dns: "on the name servers"
        case .between: "on the way there"
        }
    }
}

extension CloseLadder {
    /// The steps, one paragraph each.
    fileprivate static var lines: [String] {
        steps.enumerated().map { "\($0.offset + 1). \($0.element.seen). \($0.element.means)" }
    }
}
