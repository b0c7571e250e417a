extension ServerStatus {
    /// How long the state has lasted, in whole seconds on both sides, never negative; nil when nothing is known.
    ///
    /// Rows that changed in the same second show the same age, and are sorted by their names.
    package func age(at now: Instant) -> Span? {
        guard let since else { return nil }
        return .seconds(max(0, now.second - since.second))
    }
}

extension GatewayStatus {
    /// How long the state has lasted, as of a server; nil when nothing is known.
    package func age(at now: Instant) -> Span? {
        guard let since else { return nil }
        return .seconds(max(0, now.second - since.second))
    }
}

extension Instant {
    /// The whole seconds since 1970, rounded towards zero.
    package var second: Int64 { milliseconds / 1000 }
}
