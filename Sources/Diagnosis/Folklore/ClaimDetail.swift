/// How much of the common advice an explanation repeats.
package enum ClaimDetail: Sendable, Hashable {
    /// One line for each claim, with its verdict.
    case brief
    /// With why, where that is from, and what a probe can see of it; and all updates that are known to break things.
    case full
}
