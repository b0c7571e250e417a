import FleetModel

/// One thing that can be concluded from the facts of a gateway.
///
/// As `Rule`, one value in one file under Rules/Gateway/ and one line in `GatewayRuleTable`. Where a gateway fails as a
/// server does, it borrows the condition, the headline and the evidence of the server's rule, and says for itself what
/// follows for users of a gateway and what to do.
package struct GatewayRule: Sendable {
    /// What is the same whenever it matches.
    package let head: RuleHead
    private let examine: @Sendable (GatewayCase) -> Conclusion?

    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        seen sighting: Sighting = .probe, symptoms: [Symptom] = [], isNot: [String] = [],
        examine: @escaping @Sendable (GatewayCase) -> Conclusion?
    ) {
        head = RuleHead(
            id: id, layer: layer, severity: severity, confidence: confidence, mark: mark, sighting: sighting,
            symptoms: symptoms, isNot: isNot)
        self.examine = examine
    }

    /// What rules and reports call it, such as `gateway-server-error`.
    package var id: String { head.id }

    /// A rule that matches when one of the servers' rules does; the first of them lends its headline and evidence.
    init(
        _ id: String, _ layer: Layer, _ severity: Severity, _ confidence: Confidence, mark: Cell? = nil,
        seen sighting: Sighting = .probe, as rules: [Rule], symptoms: [Symptom] = [], isNot: [String] = [],
        long: String, remedies: [Remedy]
    ) {
        self.init(
            id, layer, severity, confidence, mark: mark, seen: sighting, symptoms: symptoms, isNot: isNot
        ) { seen in
            guard var conclusion = seen.conclusion(as: rules) else { return nil }
            conclusion.long = long
            conclusion.remedies = remedies
            return conclusion
        }
    }

    /// What the rule says of a gateway; nil when it does not match. Every text is bounded and safe to show.
    func finding(in seen: GatewayCase) -> Finding? {
        guard let conclusion = examine(seen) else { return nil }
        return conclusion.finding(head, at: seen.time(of: conclusion.layer ?? head.layer), names: seen.names)
    }
}

extension GatewayCase {
    /// What the first of the servers' rules that matches says here, without what only holds of servers.
    func conclusion(as rules: [Rule]) -> Conclusion? {
        guard var conclusion = rules.lazy.compactMap({ $0.conclusion(of: climb) }).first else { return nil }
        conclusion.layer = nil
        // What users see of a server's fault, they do not see of a gateway's.
        conclusion.symptoms = []
        conclusion.isNot = []
        return conclusion
    }
}
