extension Duration {
    /// How long a test waits for what must come: a program that starts, a line, an end.
    ///
    /// It ends a test that hangs and decides no other. Hundreds of tests begin at once, each with servers and programs of
    /// its own, so that what takes milliseconds alone may take half a minute on two processors.
    package static let patience = Duration.seconds(120)
}

/// Asks again and again until there is an answer or the time limit has passed.
///
/// Servers, terminals and files of other processes announce nothing, so waiting for them means asking. The limit is
/// for broken cases only: in the good case the answer comes after a few rounds.
///
/// - Parameters:
///   - limit: how long to go on asking. The question is put at least once.
///   - pause: the time between two questions.
///   - question: returns `nil` to be asked again.
/// - Returns: the first answer, or `nil` when the limit passed without one.
/// - Throws: what the question throws, at once.
package func poll<Answer>(
    within limit: Duration = .patience,
    every pause: Duration = .milliseconds(5),
    _ question: () async throws -> Answer?
) async throws -> Answer? {
    let end = ContinuousClock.now + limit
    while true {
        if let answer = try await question() { return answer }
        guard ContinuousClock.now < end else { return nil }
        try await Task.sleep(for: pause)
    }
}
