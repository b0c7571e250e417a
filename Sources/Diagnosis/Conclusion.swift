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
    /// What to do, in order, one to six steps. Nothing that came from the network is ever part of a step, because steps
    /// are copied into shells.
    var remedies: [Remedy]
    /// What users see of this case, before what they see of every one.
    var symptoms: [Symptom] = []
    /// What this case is not, before what no case of the rule is.
    var isNot: [String] = []
    /// The layer it is about when that differs from case to case; nil for the rule's own.
    var layer: Layer?
    /// How bad it is when it is milder than the rule says; nil for the rule's own.
    var severity: Severity?
    /// How sure the cause is when that differs from case to case; nil for the rule's own.
    var confidence: Confidence?
}

extension Conclusion {
    /// The finding that it makes under a rule's head, every text bounded and safe to show.
    ///
    /// Steps for other software than the server runs are left out; as long as that is not known, none is.
    func finding(_ head: RuleHead, at time: Instant?, names: RemedyNames, software: ServerSoftware? = nil) -> Finding {
        Finding(
            rule: head.id, layer: layer ?? head.layer, severity: severity ?? head.severity,
            confidence: confidence ?? head.confidence, short: plain(short, limit: 22),
            medium: plain(medium, limit: 38), long: plain(long, limit: 400), at: time, sighting: head.sighting,
            evidence: evidence.prefix(12).map { CleanText.clean($0) }, symptoms: symptoms.followed(by: head.symptoms),
            isNot: isNot.followed(by: head.isNot),
            remedies: remedies.compactMap { $0.isFor(software) ? $0.filled(names) : nil })
    }
}

extension Remedy {
    /// Whether it may help on a server that runs this; nil when that is not known.
    fileprivate func isFor(_ known: ServerSoftware?) -> Bool {
        software == nil || known == nil || software == known
    }
}

extension Array {
    /// Both in one array; where this one is empty the other itself, which the findings of many servers then share.
    fileprivate func followed(by other: [Element]) -> [Element] { isEmpty ? other : self + other }
}
