/// What one layer showed when it was last tried: facts, a failure, or both, with how long it took and when it ended.
package struct Observation<Facts: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// What was seen, also when the layer failed after having seen something.
    package var facts: Facts?
    /// Why the layer failed; nil when it passed.
    package var failure: LayerFailure?
    /// From the layer's start to its end, in microseconds.
    package var microseconds: Int64
    /// When the layer ended.
    package var at: Instant

    /// Creates an observation.
    package init(facts: Facts?, failure: LayerFailure? = nil, microseconds: Int64, at: Instant) {
        self.facts = facts
        self.failure = failure
        self.microseconds = microseconds
        self.at = at
    }

    /// The same without the facts, for code that looks at any layer.
    package var outcome: LayerOutcome {
        LayerOutcome(failure: failure, microseconds: microseconds, at: at)
    }
}

/// How one layer's last try ended, whatever the layer.
package struct LayerOutcome: Sendable, Hashable, Codable {
    /// Why it failed; nil when it passed.
    package var failure: LayerFailure?
    /// How long it took, in microseconds.
    package var microseconds: Int64
    /// When it ended.
    package var at: Instant

    /// Creates an outcome.
    package init(failure: LayerFailure?, microseconds: Int64, at: Instant) {
        self.failure = failure
        self.microseconds = microseconds
        self.at = at
    }
}
