import ErrorCodes
package import FleetModel

/// Says what a user's error code means, and which of these servers would show it now.
///
/// - Parameters:
///   - text: As typed or pasted.
///   - rows: The servers, judged.
///   - now: For the age of what was seen.
/// - Returns: The explanation with the servers that fit and those that fail in another way; nil when there is no code in
///   the text.
package func answer(toCode text: String, in rows: [ServerStatus], at now: Instant) -> CodeAnswer? {
    guard let typed = TypedCode(text) else { return nil }
    var answer = explanation(of: typed, claims: .brief)
    var well = 0
    for row in rows {
        if let match = typed.match(with: row, at: now) {
            answer.fitting.append(match)
        } else if row.judgement.state == .ok {
            well += 1
        } else {
            answer.others.append(row.mismatch(at: now))
        }
    }
    // The surest first; among equals the order of the rows stays.
    let fitting = answer.fitting
    answer.fitting = Confidence.allCases.flatMap { confidence in fitting.filter { $0.confidence == confidence } }
    if !rows.isEmpty {
        answer.sections.insert(
            CodeAnswer.Section(title: "In this fleet", lines: typed.summary(of: answer, well)), at: 0)
    }
    return answer
}

extension TypedCode {
    /// Why a server would show the code, by the finding that is the surest of it; nil when none would.
    fileprivate func match(with row: ServerStatus, at now: Instant) -> CodeAnswer.Match? {
        var best: CodeAnswer.Match?
        for finding in row.judgement.findings {
            for symptom in finding.symptoms where symptom.codes.contains(where: isShown) {
                let match = CodeAnswer.Match(
                    server: row.server.id, reason: "\(finding.medium)\(finding.age(at: now)): \(symptom.words)",
                    confidence: symptom.confidence)
                if best.map({ match.confidence.isSurer(than: $0.confidence) }) ?? true { best = match }
            }
        }
        return best
    }

    /// Whether a client that shows this would be said to show what was typed, in one of its readings.
    private func isShown(_ code: UserCode) -> Bool {
        readings.contains { reading in
            if reading.space == .extended { return code.extended == reading.number }
            // Nobody says of a lone number that it was the extended one.
            if reading.extended == nil, reading.number != 0, code.extended == reading.number { return true }
            guard reading.number == code.number else { return false }
            return reading.extended == nil || code.extended == nil || reading.extended == code.extended
        }
    }

    /// How the fleet stands to the code, in a line or two.
    fileprivate func summary(of answer: CodeAnswer, _ well: Int) -> [String] {
        var line =
            answer.fitting.isEmpty
            ? "No server is known to be in a state that shows it."
            : "\(counted(answer.fitting.count, "server")) would show it, going by what was seen last."
        if !answer.others.isEmpty {
            line += " Other trouble, or nothing known yet: \(counted(answer.others.count, "server"))."
        }
        if well > 0 {
            line += " \(counted(well, "server")) would not show it now, as far as a probe from here sees."
        }
        let codes = readings.flatMap { $0.codes + $0.extendedCodes }
        let isBeyondProbes =
            !codes.isEmpty && codes.allSatisfy { Guidance.of($0.topic).place.layers.isEmpty }
        return [line]
            + (isBeyondProbes ? ["It is made where no probe sees it, so no server can be ruled out by this."] : [])
    }
}

extension ServerStatus {
    /// Why a server that is not well would not show the code.
    fileprivate func mismatch(at now: Instant) -> CodeAnswer.Match {
        guard let headline = judgement.headline else {
            return CodeAnswer.Match(
                server: server.id, reason: isKnown ? "nothing is known that would show a code" : "not probed yet",
                confidence: .possible)
        }
        let codes = headline.symptoms.flatMap(\.codes).map(\.text)
        var shown: [String] = []
        for code in codes where !shown.contains(code) { shown.append(code) }
        let expectation =
            shown.isEmpty
            ? headline.symptoms.first?.words ?? "no code is known for that"
            : "users would see \(alternatives(shown.prefix(3)))"
        return CodeAnswer.Match(
            server: server.id, reason: "\(headline.medium)\(headline.age(at: now)): \(expectation)",
            confidence: headline.symptoms.first?.confidence ?? headline.confidence)
    }
}

extension Finding {
    /// `, 42s ago`; empty when it rests on no probe.
    fileprivate func age(at now: Instant) -> String {
        at.map { ", \(max(.zero, now - $0).compact) ago" } ?? ""
    }
}

extension Confidence {
    /// Whether this is more than another.
    fileprivate func isSurer(than other: Confidence) -> Bool {
        let order = Confidence.allCases
        return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
    }
}

/// `0x104, 0x208 or 0x508`.
private func alternatives(_ codes: some BidirectionalCollection<String>) -> String {
    guard codes.count > 1, let last = codes.last else { return codes.joined() }
    return codes.dropLast().joined(separator: ", ") + " or " + last
}
