extension ServerSnapshot {
    /// How long an attempt is remembered, and with it that it need not be made again.
    package static let variantMemory = Span.hours(24)
    /// The most attempts remembered.
    package static let variantLimit = 24

    /// This snapshot with one more attempt, without those that are older than ``variantMemory``.
    ///
    /// At most ``variantLimit`` are kept: first goes the oldest that explains no failure, as the others count against
    /// what may be tried in a day. Of one variant for one failure, or for none, only the last is kept.
    ///
    /// - Parameters:
    ///   - attempt: What was tried, and what it showed.
    ///   - now: The time from which ages are counted.
    /// - Returns: The same facts with the attempts of the last day, in the order in which they were made.
    package func appending(_ attempt: VariantAttempt, at now: Instant) -> ServerSnapshot {
        var snapshot = self
        snapshot.variants.removeAll { now - $0.at >= Self.variantMemory }
        snapshot.variants.removeAll {
            $0.variant == attempt.variant && $0.reason == attempt.reason && $0.reasonLayer == attempt.reasonLayer
        }
        while snapshot.variants.count >= Self.variantLimit {
            snapshot.variants.remove(at: snapshot.variants.firstIndex { $0.reason == nil } ?? 0)
        }
        snapshot.variants.append(attempt)
        return snapshot
    }
}
