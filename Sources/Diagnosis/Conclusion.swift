import FleetModel

/// What a rule concluded, before it is given the rule's name and weight.
struct Conclusion: Sendable {
    /// The headline for a narrow column: at most 22 characters, a fact, no full stop.
    var short: String
    /// The headline: at most 38 characters, a fact, no full stop.
    var medium: String
    /// One or two sentences: what it means, and what the cause may be.
    var long: String
    /// What was seen, one line each.
    var evidence: [String]
    /// What to do, in order, one to four lines. A command follows the last `: ` of a line. Nothing that came from the
    /// network is ever part of a line, because these lines are copied into shells.
    var remedies: [String]
    /// The layer it is about when that differs from case to case; nil for the rule's own.
    var layer: Layer?
    /// How bad it is when it is milder than the rule says; nil for the rule's own.
    var severity: Severity?
    /// How sure the cause is when that differs from case to case; nil for the rule's own.
    var confidence: Confidence?
}

extension Conclusion {
    /// The finding that it makes with a rule's name and weight, every text bounded and safe to show.
    func finding(_ rule: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence) -> Finding {
        Finding(
            rule: rule, layer: self.layer ?? layer, severity: self.severity ?? severity,
            confidence: self.confidence ?? confidence, short: plain(short, limit: 22),
            medium: plain(medium, limit: 38), long: plain(long, limit: 400),
            evidence: evidence.prefix(12).map { CleanText.clean($0) }, remedies: remedies)
    }
}
