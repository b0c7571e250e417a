/// What somebody wants to be told: the words after `on:` of a hook.
package enum NoticeTopic: String, Sendable, Hashable, CaseIterable {
    /// That users cannot connect, once for each cause, and that more servers are hit.
    case cause
    /// That servers work and have something to repair, once for each cause.
    case warning
    /// That a cause that was told is over.
    case recovered
    /// That certificates have passed a threshold.
    case certificate

    /// What a hook is told that does not say.
    package static let usual: Set<NoticeTopic> = [.cause, .recovered, .certificate]
}
