package import FleetModel

extension TraceLines {
    /// What asking otherwise showed: a heading, then one line for each attempt; none when there was no attempt.
    package static func variants(_ attempts: [VariantAttempt]) -> [String] {
        guard !attempts.isEmpty else { return [] }
        let asked = attempts.map { clean($0.variant.words) }
        let width = min(60, asked.map(\.count).max() ?? 0)
        let lines = zip(attempts, asked).map { attempt, words in
            "  \(padded(words, width))  \(clean(attempt.result)), after \(attempt.microseconds.asMilliseconds) ms"
        }
        return ["", "asked otherwise, each on a connection of its own:"] + lines
    }
}
