extension ServerStatus {
    /// Whether it is a problem that the last two minutes brought.
    package func isNewProblem(at now: Instant) -> Bool {
        guard judgement.state.isProblem, previous != nil, let since else { return false }
        return now - since < .minutes(2)
    }

    /// Whether it is ok again for less than five minutes.
    package func hasRecovered(at now: Instant) -> Bool {
        guard judgement.state == .ok, previous == .down || previous == .warning, let since else { return false }
        return now - since < .minutes(5)
    }

    /// From when on its last probe is old: two of the longest pauses that the pace of this server may take, the tenth by
    /// which they are spread, and the time that a probe may last. Nil before the first probe, when nothing is old yet.
    ///
    /// A server that fails is probed every five minutes at the latest or at its interval, one that may have blocked us
    /// every hour.
    package var staleAfter: Instant? {
        guard let snapshot else { return nil }
        let pause: Span =
            if snapshot.possiblyBlockedHere { .hours(1) } else if snapshot.firstFailure != nil {
                max(server.policy.interval, .minutes(5))
            } else { server.policy.interval }
        return snapshot.ended + Span(milliseconds: pause.milliseconds * 11 / 5) + server.policy.timeout
    }

    /// Whether its last probe is older than it should be.
    package func isStale(at now: Instant) -> Bool { staleAfter.map { $0 < now } ?? false }
}
