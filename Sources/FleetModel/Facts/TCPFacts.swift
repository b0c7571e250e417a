/// What connecting showed: every address that was tried, in order, and the one that answered.
package struct TCPFacts: Sendable, Hashable, Codable {
    /// One try at one address.
    package struct Attempt: Sendable, Hashable, Codable {
        /// Where the SYN went.
        package var peer: SocketEndpoint
        /// Why it failed; nil for the one that connected.
        package var failure: LayerFailure?
        /// From the SYN to its answer, in microseconds.
        package var microseconds: Int64

        /// Creates an attempt.
        package init(peer: SocketEndpoint, failure: LayerFailure?, microseconds: Int64) {
            self.peer = peer
            self.failure = failure
            self.microseconds = microseconds
        }
    }

    /// In the order in which they were made.
    package var attempts: [Attempt]
    /// Our end of the connection; nil when none was made.
    package var local: SocketEndpoint?
    /// Which way packets to the last address that was tried leave this machine; nil when that is not known.
    package var link: LocalLink?

    /// Creates the facts of one or more attempts.
    package init(attempts: [Attempt], local: SocketEndpoint? = nil, link: LocalLink? = nil) {
        self.attempts = attempts
        self.local = local
        self.link = link
    }

    /// The address that connected; nil when none did.
    package var peer: SocketEndpoint? { attempts.last { $0.failure == nil }?.peer }
}
