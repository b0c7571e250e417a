import FleetModel

/// One thing that can be concluded from facts.
///
/// A rule is one value in one file under Rules/ and one line in `RuleTable`. Its headline states a fact; what is
/// inferred is said with its own word of doubt, and `confidence` is that of the cause which the remedies address.
///
/// A class: all of them are gone through for each server, and to copy them would cost more than to ask them.
package final class Rule: Sendable {
    /// What is the same whenever it matches.
    package let head: RuleHead
    private let examine: @Sendable (Case) -> Conclusion?

    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        seen sighting: Sighting = .probe, symptoms: [Symptom] = [], isNot: [String] = [],
        examine: @escaping @Sendable (Case) -> Conclusion?
    ) {
        head = RuleHead(
            id: id, layer: layer, severity: severity, confidence: confidence, mark: mark, sighting: sighting,
            symptoms: symptoms, isNot: isNot)
        self.examine = examine
    }

    /// What rules and reports call it, such as `tcp-refused`.
    package var id: String { head.id }

    /// What the rule says of a case; nil when it does not match. Every text is bounded and safe to show.
    func finding(in seen: Case) -> Finding? {
        // Not by map: its closure would copy the case for each rule, and hardly any rule matches.
        guard let conclusion = examine(seen) else { return nil }
        return conclusion.finding(
            head, at: seen.time(of: conclusion.layer ?? head.layer), names: seen.names, software: seen.softwareOfSteps)
    }

    /// What the rule concludes of a case, without its name and weight; nil when it does not match.
    func conclusion(of seen: Case) -> Conclusion? { examine(seen) }
}
