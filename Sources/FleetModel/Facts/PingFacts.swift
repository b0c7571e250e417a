/// What the last ICMP echoes to a server showed: a sliding window over the probes since the program started.
package struct PingFacts: Sendable, Hashable, Codable {
    /// How echoes are sent on this machine.
    package enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// A ping socket, which needs no privilege where `net.ipv4.ping_group_range` allows it.
        case datagramSocket
        /// A raw socket, which needs CAP_NET_RAW.
        case rawSocket
    }

    /// The most echoes that the window holds.
    package static let window = 20

    /// Where the echoes went.
    package var target: IPAddress
    /// How they were sent.
    package var method: Method
    /// Echoes of the window whose fate is known: answered, or given up after a second; at most ``window``.
    package var sent: Int
    /// Those that were answered; at most `sent`.
    package var received: Int
    /// The round trip of the newest answer of which it is known, in microseconds; nil when there is none.
    package var last: Int64?
    /// The shortest round trip of the window, in microseconds.
    package var shortest: Int64?
    /// The mean round trip of the window, in microseconds.
    package var mean: Int64?
    /// The longest round trip of the window, in microseconds.
    package var longest: Int64?
    /// The mean difference between one round trip and the next, in microseconds; nil with fewer than two answers.
    package var jitter: Int64?
    /// How many of the newest echoes in a row were not answered; at most `sent`.
    package var unanswered: Int

    /// Creates the facts of a window.
    package init(
        target: IPAddress, method: Method, sent: Int, received: Int, last: Int64? = nil, shortest: Int64? = nil,
        mean: Int64? = nil, longest: Int64? = nil, jitter: Int64? = nil,
        unanswered: Int = 0
    ) {
        self.target = target
        self.method = method
        self.sent = sent
        self.received = received
        self.last = last
        self.shortest = shortest
        self.mean = mean
        self.longest = longest
        self.jitter = jitter
        self.unanswered = unanswered
    }

    /// The share of echoes that was lost, in whole per cent; nil before the fate of one is known.
    package var lossPercent: Int? {
        sent > 0 ? (sent - min(received, sent)) * 100 / sent : nil
    }
}
