import FleetModel

/// Servers that are alike in one trait, enough of which fail.
struct Candidate: Sendable {
    /// What speaks for it.
    enum Evidence: Sendable {
        /// What they share has failed itself, as a gateway has that was probed.
        case seen
        /// Failing servers have it more often than healthy ones.
        case compared
        /// It would be a rare coincidence; the natural logarithm of its chance.
        case coincidence(Double)
        /// They fail alike; that is all.
        case likeness
    }

    /// What they have in common, in words.
    let value: String
    /// What speaks for it.
    let evidence: Evidence
    /// The failing ones, by their places among the failing.
    let members: [Int]
    /// How many of those fail in a way that this could explain.
    let explained: Int
    /// How many healthy ones have it.
    let healthy: Int
    /// How many that work on one of two paths have it.
    var partly = 0
    /// Whoever else has it, by state.
    let others: StateCounts

    /// Whether it can be why nearly all of them fail as they do.
    var isPlausible: Bool { explained * 10 >= members.count * 9 }
}
