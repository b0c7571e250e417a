/// How sure a statement is.
package enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seen on the wire.
    case certain
    /// A documented cause that matches what was seen.
    case likely
    /// One of several causes that would look the same.
    case possible
}

/// How bad a finding is.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Users cannot connect.
    case down
    /// Users can connect, and soon will not: a warning that comes before the others.
    case critical
    /// Worth repairing.
    case warning
    /// Worth knowing.
    case note

    /// 0 for the worst.
    package var rank: Int {
        switch self {
        case .down: 0
        case .critical: 1
        case .warning: 2
        case .note: 3
        }
    }

    /// Whether `left` is worse than `right`.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// What a rule concluded about one server.
package struct Finding: Sendable, Hashable, Codable {
    /// The rule's identifier, such as `tcp-refused`.
    package var rule: String
    /// The layer it is about.
    package var layer: Layer
    /// How bad it is.
    package var severity: Severity
    /// How sure the cause is that the remedies address.
    package var confidence: Confidence
    /// At most 22 characters.
    package var short: String
    /// At most 38 characters.
    package var medium: String
    /// One or two sentences.
    package var long: String
    /// What was seen, one line each.
    package var evidence: [String]
    /// What to do next, in order, one line each.
    package var remedies: [String]

    /// Creates a finding; the bounds of its texts are the caller's to keep.
    package init(
        rule: String, layer: Layer, severity: Severity, confidence: Confidence, short: String, medium: String,
        long: String, evidence: [String] = [], remedies: [String] = []
    ) {
        self.rule = rule
        self.layer = layer
        self.severity = severity
        self.confidence = confidence
        self.short = short
        self.medium = medium
        self.long = long
        self.evidence = evidence
        self.remedies = remedies
    }
}
