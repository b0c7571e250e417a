/// What the failing servers of a whole fleet share, and how many of them that leaves unexplained.
package struct CommonCauses: Sendable, Hashable, Codable {
    /// The statements, the strongest first; none when nothing separates the failing from the healthy.
    package var causes: [SharedCause]
    /// What counts as failing: `down`; `warning` when no server is down.
    package var state: ServerState
    /// How many servers fail.
    package var failing: Int
    /// How many servers are healthy, to compare with.
    package var healthy: Int
    /// How many of the failing servers no statement is about.
    package var unexplained: Int

    /// Creates a result.
    package init(
        causes: [SharedCause] = [], state: ServerState = .down, failing: Int = 0, healthy: Int = 0,
        unexplained: Int = 0
    ) {
        self.causes = causes
        self.state = state
        self.failing = failing
        self.healthy = healthy
        self.unexplained = unexplained
    }

    /// How many failing servers no statement is about: `5 of the 21 down are not explained by this`.
    package var unexplainedSentence: String {
        "\(unexplained) of the \(failing) \(state.failingWord) \(unexplained == 1 ? "is" : "are") not explained by this"
    }

    /// Nothing was looked for, or nothing fails.
    package static let none = CommonCauses()

    /// Of so many servers it can be said that they have something in common, or nothing.
    package static let fewest = 3

    /// That there are many causes: `21 down, nothing in common that the healthy do not have`; nil when something was
    /// found, and when too few servers fail for the question.
    package var nothingInCommon: String? {
        guard causes.isEmpty, failing >= Self.fewest else { return nil }
        guard healthy > 0 else { return "\(failing) \(state.failingWord), and no healthy server to compare them with" }
        return "\(failing) \(state.failingWord), nothing in common that the healthy do not have"
    }
}

extension ServerState {
    /// What failing servers are called in a statement about many of them.
    package var failingWord: String {
        switch self {
        case .down: "down"
        case .warning: "with a warning"
        case .unconfirmed, .unknown, .ok: word
        }
    }
}
