package import FleetModel

/// One thing that can be concluded from facts.
///
/// A rule is one value in one file under Rules/ and one line in `RuleTable`. Its headline states a fact; what is
/// inferred is said with its own word of doubt, and `confidence` is that of the cause which the remedies address.
package struct Rule: Sendable {
    /// What rules and reports call it, such as `tcp-refused`.
    package let id: String
    /// The layer it is about, as a rule.
    package let layer: Layer
    /// How bad it is when it matches.
    package let severity: Severity
    /// How sure the cause is that its remedies address.
    package let confidence: Confidence
    /// What a match makes of the layer's cell when that has not failed already; nil to leave it.
    let mark: Cell?
    private let examine: @Sendable (Case) -> Conclusion?

    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        examine: @escaping @Sendable (Case) -> Conclusion?
    ) {
        self.id = id
        self.layer = layer
        self.severity = severity
        self.confidence = confidence
        self.mark = mark
        self.examine = examine
    }

    /// What the rule says of a case; nil when it does not match. Every text is bounded and safe to show.
    func finding(in seen: Case) -> Finding? {
        examine(seen).map { $0.finding(id, layer, severity, confidence) }
    }

    /// What the rule concludes of a case, without its name and weight; nil when it does not match.
    func conclusion(of seen: Case) -> Conclusion? { examine(seen) }
}
