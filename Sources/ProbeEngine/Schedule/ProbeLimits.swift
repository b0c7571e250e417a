/// How much is probed at a time, and how fast new probes begin.
///
/// A server is never probed twice at the same time, whatever these say.
package struct ProbeLimits: Sendable, Hashable {
    /// The most probes under way in all; at least 1.
    package var established: Int
    /// The most probes under way to one /24 (one /64 for IPv6); at least 1. Applies from when an address is known.
    package var perNeighbourhood: Int
    /// The most probes that begin in one second, as the rate of a token bucket; at least 1.
    package var newPerSecond: Int

    package init(established: Int = 256, perNeighbourhood: Int = 16, newPerSecond: Int = 500) {
        self.established = max(1, established)
        self.perNeighbourhood = max(1, perNeighbourhood)
        self.newPerSecond = max(1, newPerSecond)
    }
}
