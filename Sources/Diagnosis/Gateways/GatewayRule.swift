package import FleetModel

/// One thing that can be concluded from the facts of a gateway.
///
/// As `Rule`, one value in one file under Rules/Gateway/ and one line in `GatewayRuleTable`. Where a gateway fails as a
/// server does, it borrows the condition, the headline and the evidence of the server's rule, and says for itself what
/// follows for users of a gateway and what to do.
package struct GatewayRule: Sendable {
    /// What rules and reports call it, such as `gateway-server-error`.
    package let id: String
    /// The layer it is about.
    package let layer: Layer
    /// How bad it is when it matches.
    package let severity: Severity
    /// How sure the cause is that its remedies address.
    package let confidence: Confidence
    /// What a match makes of the layer's cell when that has not failed already; nil to leave it.
    let mark: Cell?
    private let examine: @Sendable (GatewayCase) -> Conclusion?

    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        examine: @escaping @Sendable (GatewayCase) -> Conclusion?
    ) {
        self.id = id
        self.layer = layer
        self.severity = severity
        self.confidence = confidence
        self.mark = mark
        self.examine = examine
    }

    /// A rule that matches when one of the servers' rules does; the first of them lends its headline and evidence.
    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        as rules: [Rule], long: String, remedies: [String]
    ) {
        self.init(id, layer, severity, confidence, mark: mark) { seen in
            for rule in rules {
                guard var conclusion = rule.conclusion(of: seen.climb) else { continue }
                conclusion.long = long
                conclusion.remedies = remedies
                conclusion.layer = nil
                return conclusion
            }
            return nil
        }
    }

    /// What the rule says of a gateway; nil when it does not match. Every text is bounded and safe to show.
    func finding(in seen: GatewayCase) -> Finding? {
        examine(seen).map { $0.finding(id, layer, severity, confidence) }
    }
}
