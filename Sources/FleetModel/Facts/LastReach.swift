/// How a server was reached when its port last accepted a connection.
package struct LastReach: Sendable, Hashable, Codable {
    /// When that was.
    package var at: Instant
    /// The address that connected.
    package var address: IPAddress
    /// Which way the packets left this machine; nil when that was not known.
    package var link: LocalLink?
    /// Whether it answered echoes at that time.
    package var answeredPing: Bool

    /// Creates what is remembered.
    package init(at: Instant, address: IPAddress, link: LocalLink? = nil, answeredPing: Bool = false) {
        self.at = at
        self.address = address
        self.link = link
        self.answeredPing = answeredPing
    }
}

extension ServerSnapshot {
    /// How this very probe reached the server; nil when its port accepted no connection.
    var reach: LastReach? {
        guard let tcp, tcp.failure == nil, let address = tcp.facts?.peer?.address else { return nil }
        let hasAnswered = ping.map { $0.failure == nil && $0.facts?.target == address } ?? false
        return LastReach(at: tcp.at, address: address, link: tcp.facts?.link, answeredPing: hasAnswered)
    }
}
