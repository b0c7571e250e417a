extension ServerSnapshot {
    /// This probe with `probes` and `consecutiveFailures` filled in, which a probe alone cannot know.
    ///
    /// A fault on our side says nothing of the server and leaves its count of failures as it is.
    /// - Parameter earlier: The same server's probe before this one, counted; nil for the first.
    /// - Returns: The same facts with both counts.
    package func counted(after earlier: ServerSnapshot?) -> ServerSnapshot {
        var snapshot = self
        let failures = earlier?.consecutiveFailures ?? 0
        snapshot.probes = (earlier?.probes ?? 0) + 1
        snapshot.consecutiveFailures =
            switch firstFailure?.failure {
            case nil: 0
            case .ourFault?: failures
            case _?: failures + 1
            }
        return snapshot
    }
}
