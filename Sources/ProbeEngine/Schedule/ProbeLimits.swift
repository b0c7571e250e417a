package import FleetModel
import NIOCore

/// How much is probed at a time, and how fast new connections begin.
///
/// A connection is *pending* while nothing is known to answer, and *established* from when it does, or is expected to.
/// A target is never connected to twice at the same time, whatever these say.
package struct ProbeLimits: Sendable, Hashable {
    /// The most names that are looked up at a time; at least 1. More at once is a burst that a resolver may drop.
    package var lookups: Int
    /// The most pending connections in all; at least 1.
    package var pending: Int
    /// The most pending connections to one /24 (one /64 for IPv6); at least 1.
    package var pendingPerNeighbourhood: Int
    /// The most established connections in all; at least 1.
    package var established: Int
    /// The most established connections to one /24 (one /64 for IPv6); at least 1.
    package var establishedPerNeighbourhood: Int
    /// The most connections that begin in one second, as the rate of a token bucket; at least 1.
    package var newPerSecond: Int
    /// The most connections to one /24 (one /64 for IPv6) that begin in one second, in the same way; at least 1.
    package var newPerSecondAndNeighbourhood: Int
    /// The most servers that are asked by UDP at a time; at least 1.
    package var datagrams: Int
    /// The most servers that are newly asked by UDP in one second, in the same way; at least 1.
    package var newDatagramsPerSecond: Int

    /// Creates limits; what is left out is what a network's owner would not notice.
    package init(
        lookups: Int = 256, pending: Int = 2048, pendingPerNeighbourhood: Int = 256, established: Int = 256,
        establishedPerNeighbourhood: Int = 16, newPerSecond: Int = 500, newPerSecondAndNeighbourhood: Int = 64,
        datagrams: Int = 64, newDatagramsPerSecond: Int = 200
    ) {
        self.lookups = max(1, lookups)
        self.pending = max(1, pending)
        self.pendingPerNeighbourhood = max(1, pendingPerNeighbourhood)
        self.established = max(1, established)
        self.establishedPerNeighbourhood = max(1, establishedPerNeighbourhood)
        self.newPerSecond = max(1, newPerSecond)
        self.newPerSecondAndNeighbourhood = max(1, newPerSecondAndNeighbourhood)
        self.datagrams = max(1, datagrams)
        self.newDatagramsPerSecond = max(1, newDatagramsPerSecond)
    }

    /// The longest wait for the answer to one SYN.
    package static let connectTimeout = Span.milliseconds(Dialer.connectLimit.nanoseconds / 1_000_000)

    /// The most sockets that are open at a time.
    package var sockets: Int { pending + established + datagrams }
}
