/// How sure a statement is.
package enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seen on the wire.
    case certain
    /// A documented cause that matches what was seen.
    case likely
    /// One of several causes that would look the same.
    case possible

    /// The word and what it means, in a clause.
    package var clause: String {
        switch self {
        case .certain: "certain: seen on the wire"
        case .likely: "likely: a documented cause that matches what was seen"
        case .possible: "possible: one of several causes that would look the same"
        }
    }
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

/// How what a rule rests on was seen.
package enum Sighting: String, Sendable, Hashable, Codable, CaseIterable {
    /// By the regular probe.
    case probe
    /// By asking once more, in another way.
    case variants
    /// By comparing the probes since the program started.
    case sinceStart
    /// At the gateway in front.
    case gateway
    /// On the machine that runs rdptop.
    case here
    /// In the fleet file.
    case fleetFile

    /// The sighting in a clause.
    package var words: String {
        switch self {
        case .probe: "by the regular probe"
        case .variants: "by asking in other ways"
        case .sinceStart: "over the probes since rdptop was started"
        case .gateway: "at the gateway in front"
        case .here: "on the machine that runs rdptop"
        case .fleetFile: "in the fleet file"
        }
    }
}

/// What a rule concluded about one server.
package struct Finding: Sendable, Hashable, Codable {
    /// The rule's identifier, such as `tcp-refused`.
    package var rule: String
    /// The layer it is about.
    package var layer: Layer
    /// How bad it is.
    package var severity: Severity
    /// How sure the verdict is: `certain` when what was seen is all that it says, else the word of the cause that it infers.
    package var confidence: Confidence
    /// At most 22 characters.
    package var short: String
    /// At most 38 characters.
    package var medium: String
    /// One to three sentences.
    package var long: String
    /// When what it rests on was seen; nil when nothing was probed for it.
    package var at: Instant?
    /// How that was seen.
    package var sighting: Sighting
    /// What was seen, one line each.
    package var evidence: [String]
    /// What users see because of it.
    package var symptoms: [Symptom]
    /// What it is not, though it may be taken for it, one sentence each.
    package var isNot: [String]
    /// What to do next, in order.
    package var remedies: [Remedy]

    /// Creates a finding; the bounds of its texts are the caller's to keep.
    package init(
        rule: String, layer: Layer, severity: Severity, confidence: Confidence, short: String, medium: String,
        long: String, at: Instant? = nil, sighting: Sighting = .probe, evidence: [String] = [],
        symptoms: [Symptom] = [], isNot: [String] = [], remedies: [Remedy] = []
    ) {
        self.rule = rule
        self.layer = layer
        self.severity = severity
        self.confidence = confidence
        self.short = short
        self.medium = medium
        self.long = long
        self.at = at
        self.sighting = sighting
        self.evidence = evidence
        self.symptoms = symptoms
        self.isNot = isNot
        self.remedies = remedies
    }

    /// Which server, layer and time it is about, and how that was seen:
    /// `ts07.corp.example, TLS, 2026-11-23T03:12:04Z, by the regular probe`.
    package func heading(of name: String) -> String {
        ([name, layer.title] + (at.map { [$0.iso8601] } ?? []) + [sighting.words]).joined(separator: ", ")
    }
}
