/// Something that a probe put on the wire or took from it, with the bytes as they were beneath TLS.
///
/// Made only while somebody records; a recording of one server is bounded by what a probe takes from it.
package struct WireEvent: Sendable, Hashable {
    /// One connection, or one exchange of datagrams.
    package struct Flow: Sendable, Hashable {
        /// How the bytes travel.
        package enum Transport: Sendable, Hashable {
            case tcp, udp
        }

        package var transport: Transport
        /// Our end.
        package var local: SocketEndpoint
        /// The server's end; of the same address family.
        package var peer: SocketEndpoint

        package init(transport: Transport, local: SocketEndpoint, peer: SocketEndpoint) {
            self.transport = transport
            self.local = local
            self.peer = peer
        }
    }

    /// What happened.
    package enum Kind: Sendable, Hashable {
        /// The connection stands.
        case opened
        /// No connection came about: why, and how long after the SYN that was found, in microseconds.
        case notConnected(LayerFailure, after: Int64)
        /// Bytes went out in one write, or one datagram.
        case sent([UInt8])
        /// Bytes came in by one read, or one datagram.
        case received([UInt8])
        /// One side has said that it sends no more (FIN).
        case ended(by: TLSFacts.Closer)
        /// The peer has reset the connection.
        case reset
        /// A line of the TLS library's key log (draft-ietf-tls-keylogfile), with which the recording can be read.
        case secret(String)
    }

    /// Where it happened.
    package var flow: Flow
    /// When it happened, in microseconds since 1970.
    package var microseconds: Int64
    /// What happened.
    package var kind: Kind

    /// Creates an event.
    package init(flow: Flow, microseconds: Int64, kind: Kind) {
        self.flow = flow
        self.microseconds = microseconds
        self.kind = kind
    }
}
