/// One step of a probe as it happens, for `rdptop trace`.
package struct ProbeStep: Sendable, Hashable {
    /// What happened.
    package enum Event: Sendable, Hashable {
        /// The layer begins; what it is about to do.
        case began(String)
        /// Bytes went out; the first of them, at most 64, and how many there were.
        case sent([UInt8], total: Int)
        /// Bytes came in; the first of them, at most 64, and how many there were.
        case received([UInt8], total: Int)
        /// Something worth a line.
        case note(String)
        /// The connection ended, and who ended it.
        case closed(by: TLSFacts.Closer)
        /// The layer ended.
        case ended(LayerOutcome)
    }

    /// The layer it belongs to.
    package var layer: Layer
    /// Since the probe began, in microseconds.
    package var microseconds: Int64
    /// What happened.
    package var event: Event

    /// Creates a step.
    package init(layer: Layer, microseconds: Int64, event: Event) {
        self.layer = layer
        self.microseconds = microseconds
        self.event = event
    }
}
