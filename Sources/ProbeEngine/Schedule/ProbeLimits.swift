/// How much is probed at a time, and how fast new probes begin.
///
/// A server is never probed twice at the same time, whatever these say.
package struct ProbeLimits: Sendable, Hashable {
    /// The most probes under way in all; at least 1.
    package var established: Int
    /// The most probes under way to one /24 (one /64 for IPv6), from the first SYN on; at least 1.
    package var perNeighbourhood: Int
    /// The most probes that begin in one second, as the rate of a token bucket; at least 1.
    package var newPerSecond: Int

    /// The most connections to one /24 (one /64 for IPv6) that begin in one second, in the same way; at least 1.
    package var newPerSecondAndNeighbourhood: Int

    package init(
        established: Int = 256, perNeighbourhood: Int = 16, newPerSecond: Int = 500,
        newPerSecondAndNeighbourhood: Int = 64
    ) {
        self.established = max(1, established)
        self.perNeighbourhood = max(1, perNeighbourhood)
        self.newPerSecond = max(1, newPerSecond)
        self.newPerSecondAndNeighbourhood = max(1, newPerSecondAndNeighbourhood)
    }
}
