extension Int64 {
    /// Microseconds for people: `0.9 ms`, `12 ms`, `3.0 s`.
    var latency: String {
        let microseconds = Swift.max(0, self)
        if microseconds < 10_000 { return "\(microseconds / 1000).\(microseconds / 100 % 10) ms" }
        if microseconds < 1_000_000 { return "\(microseconds / 1000) ms" }
        return "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10) s"
    }
}
