import Testing

/// What should be said of why users cannot connect: no less, and nothing surer than what was seen.
struct ExpectedCause: Sendable {
    /// The rule of the headline; nil when there is nothing to say.
    let rule: String?
    /// The word for how sure the cause is.
    let confidence: String
    /// How the first step begins.
    let firstStep: String
    /// A code that users may see because of it; nil when it names none.
    var code: String?
    /// The other rules that may speak with certainty: what they say was seen, too.
    var alsoCertain: Set<String> = []
    /// Rules that would mislead here.
    var never: Set<String> = []

    /// Names a cause.
    init(
        _ rule: String?, _ confidence: String, first firstStep: String, code: String? = nil,
        alsoCertain: Set<String> = [], never: Set<String> = []
    ) {
        self.rule = rule
        self.confidence = confidence
        self.firstStep = firstStep
        self.code = code
        self.alsoCertain = alsoCertain
        self.never = never
    }
}

/// Compares what the report says of a server, or a gateway, with the cause that is known.
///
/// What is said with certainty, short of notes, must be in the table: it is where a report may be wrong with confidence.
func expect(
    _ findings: [CheckReport.Finding], of name: String, _ expected: ExpectedCause,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let headline = findings.first
    let said = findings.map { "\($0.rule) (\($0.severity), \($0.confidence)): \($0.remedies.first?.text ?? "-")" }
    let comment = Comment(rawValue: "\(name): \(said) \(headline?.codes ?? []) \(headline?.evidence ?? [])")
    #expect(headline?.rule == expected.rule, comment, sourceLocation: sourceLocation)
    #expect(headline?.confidence == expected.confidence, comment, sourceLocation: sourceLocation)
    #expect(
        headline?.remedies.first?.text.hasPrefix(expected.firstStep) == true, comment, sourceLocation: sourceLocation)
    if let code = expected.code {
        #expect(headline?.codes.contains(code) == true, comment, sourceLocation: sourceLocation)
    } else {
        #expect(headline?.codes == [], comment, sourceLocation: sourceLocation)
    }
    let certain = Set(findings.filter { $0.confidence == "certain" && $0.severity != "note" }.map(\.rule))
    let seen =
        expected.confidence == "certain"
        ? expected.alsoCertain.union([expected.rule].compactMap(\.self)) : expected.alsoCertain
    #expect(certain.isSubset(of: seen), comment, sourceLocation: sourceLocation)
    #expect(expected.never.isDisjoint(with: findings.map(\.rule)), comment, sourceLocation: sourceLocation)
}
