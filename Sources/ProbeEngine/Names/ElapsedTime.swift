extension ContinuousClock.Instant {
    /// Whole microseconds from here to a later instant; 0 when that is earlier.
    func microseconds(to later: ContinuousClock.Instant) -> Int64 {
        let (seconds, attoseconds) = duration(to: later).components
        return max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
