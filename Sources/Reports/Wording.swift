import FleetModel

extension Confidence {
    /// What the word means, as a sentence.
    var sentence: String { clause.capitalizedFirst + "." }
}

extension SnapshotReport {
    /// How many servers are muted and acknowledged, and where they are counted; nil when nobody takes care of any.
    var attendedSentence: String? {
        let muted = muted == 0 ? nil : "\(muted) muted, in no other count"
        let known = acknowledged == 0 ? nil : "\(acknowledged) acknowledged, counted under their state as well"
        let parts = [muted, known].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// That it is of a screen that stood still, and since when; nil when it is not.
    var frozenSentence: String? {
        frozenUntil.map { "of a screen frozen at \(at.iso8601), written at \($0.iso8601)" }
    }
}

extension StateCounts {
    /// `DOWN 4 +17 behind rdgw-fra-1   WARN 2   ? 1   ok 9   of 33 servers`.
    var words: String {
        "DOWN \(down)\(behindForms.first.map { " \($0)" } ?? "")   WARN \(warning)   ? \(unknown)   ok \(ok)   of \(total) \(total == 1 ? "server" : "servers")"
    }
}

extension ServerStatus {
    /// The address that was connected to or tried last.
    var lastAddress: String? { snapshot?.tcp?.facts?.lastAddress }

    /// What is left of the certificate, or when it begins: `87d`, `-2d`, `in 2d`; a hyphen when that is not known.
    func certificateCountdown(at now: Instant) -> String {
        certificateBegins(after: now).map { "in \($0.compact)" } ?? judgement.certificateCountdown
    }

    /// The one-line verdict.
    var verdict: String { remark ?? (isKnown ? judgement.state.word : "not probed yet") }

    /// What there is to say beyond the state; nil for nothing.
    var remark: String? {
        if let headline = judgement.headline { return headline.medium }
        guard server.path == .gateway, judgement.state == .ok else { return nil }
        return "not probed itself, \(server.gateway ?? "its gateway") is ok"
    }

    /// By what its state is known: `probe`, `gateway` when users come only through one, or `nothing`; for programs.
    var judgedBy: String {
        if server.path == .gateway { return "gateway" }
        return snapshot == nil ? "nothing" : "probe"
    }
}

extension Judgement {
    /// That a failure may have been an accident; nil when it was not, or nothing failed.
    var doubt: String? { state == .unconfirmed ? "failed once and was not checked again" : nil }

    /// What is left of the certificate: `87d`, `-2d`; a hyphen when that is not known.
    var certificateCountdown: String { certificateLeft?.countdown ?? "-" }
}

extension GatewaySnapshot {
    /// The address that was connected to or tried last.
    var lastAddress: String? { tcp?.facts?.lastAddress }
}

extension TCPFacts {
    /// The address that was connected to or tried last.
    fileprivate var lastAddress: String? { (peer ?? attempts.last?.peer)?.description }
}

extension GatewayStatus {
    /// The one-line verdict.
    var verdict: String {
        judgement.headline?.medium ?? (snapshot == nil ? "not probed yet" : judgement.state.word)
    }
}

extension Int64 {
    /// Microseconds as milliseconds with three decimals, such as `11.840`.
    var asMilliseconds: String {
        let fraction = String(magnitude % 1000)
        let zeros = String(repeating: "0", count: 3 - fraction.count)
        return (self < 0 ? "-" : "") + "\(magnitude / 1000).\(zeros)\(fraction)"
    }
}

extension Int64 {
    /// Microseconds as seconds with six decimals, such as `0.011840`.
    var asSeconds: String {
        let fraction = String(magnitude % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - fraction.count)
        return (self < 0 ? "-" : "") + "\(magnitude / 1_000_000).\(zeros)\(fraction)"
    }
}

extension String {
    /// The same with a capital at its beginning, as a sentence has.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Text cleaned once more before it goes out: a report is often read with `cat` and pasted into browsers.
func clean(_ text: String) -> String {
    CleanText.clean(text, limit: 1_024)
}

/// `text` broken at spaces into lines of at most `width` characters; longer words stand alone.
func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
            lines.append(line)
            line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
}

/// `text` filled with spaces up to `width` characters.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
