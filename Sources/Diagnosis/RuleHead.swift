package import FleetModel

/// What is the same whenever a rule matches: its name, its weight, and what people take it for.
package struct RuleHead: Sendable {
    /// What rules and reports call it, such as `tcp-refused`.
    package let id: String
    /// The layer it is about, as a rule.
    package let layer: Layer
    /// How bad it is when it matches.
    package let severity: Severity
    /// How sure the verdict is: `certain` when what was seen is all that it says, else the word of the cause that it infers.
    package let confidence: Confidence
    /// What a match makes of the layer's cell when that has not failed already; nil to leave it.
    let mark: Cell?
    /// How what it rests on was seen.
    let sighting: Sighting
    /// What users see because of it.
    package let symptoms: [Symptom]
    /// What it is not, though it may be taken for it, one sentence each.
    package let isNot: [String]
}
