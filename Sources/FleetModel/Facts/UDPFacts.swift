/// What an RDP-UDP SYN showed (MS-RDPEUDP 3.1.5.1); what a failure is, the observation says.
package struct UDPFacts: Sendable, Hashable, Codable {
    /// A version of the protocol (uUdpVer, MS-RDPEUDP 2.2.2.9).
    package enum Version: UInt16, Sendable, Hashable, Codable, CaseIterable {
        case one = 0x0001
        case two = 0x0002
        /// Goes on with MS-RDPEUDP2.
        case three = 0x0101

        /// `1`, `2` or `3`.
        package var name: String {
            switch self {
            case .one: "1"
            case .two: "2"
            case .three: "3"
            }
        }
    }

    /// Where the datagrams went.
    package var peer: SocketEndpoint
    /// Our end; nil when nothing was sent.
    package var local: SocketEndpoint?
    /// The version that was asked for.
    package var requested: Version
    /// The version of the answer; a SYN+ACK without one is version 1; nil when no answer came, or one of a version
    /// that nobody has documented.
    package var answered: Version?
    /// What the server would send at most in one datagram, in bytes; nil when no answer came.
    package var upstreamMTU: UInt16?
    /// What it would take at most, in bytes.
    package var downstreamMTU: UInt16?
    /// How many datagrams were sent, at most two.
    package var datagrams: Int

    /// Creates the facts of one or two datagrams.
    package init(
        peer: SocketEndpoint, local: SocketEndpoint? = nil, requested: Version, answered: Version? = nil,
        upstreamMTU: UInt16? = nil,
        downstreamMTU: UInt16? = nil, datagrams: Int = 1
    ) {
        self.peer = peer
        self.local = local
        self.requested = requested
        self.answered = answered
        self.upstreamMTU = upstreamMTU
        self.downstreamMTU = downstreamMTU
        self.datagrams = datagrams
    }
}
