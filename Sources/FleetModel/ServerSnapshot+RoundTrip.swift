extension ServerSnapshot {
    /// The round trip to the server as this probe saw it, in microseconds; nil when nothing answered.
    ///
    /// From the SYN to its answer on the connection that was made, which is what users wait for; where none was made,
    /// the newest echo.
    package var roundTrip: Int64? {
        if let made = tcp?.facts?.attempts.last(where: { $0.failure == nil }) { return made.microseconds }
        guard let ping = ping?.facts, ping.unanswered == 0 else { return nil }
        return ping.last
    }
}
