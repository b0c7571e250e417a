extension Notice {
    /// A notice that says of itself that it is one to try a hook with.
    package static func sample(at now: Instant) -> Notice {
        Notice(
            .test, id: "\(now.compactText)-test", at: now, state: .unknown,
            title: "test: this is only a sample, nothing has happened",
            details: ["A real one names the servers, since when, how sure that is, and the first step."])
    }
}
