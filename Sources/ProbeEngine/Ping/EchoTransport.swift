internal import FleetModel

/// Sends echoes of one family, however this machine allows it.
protocol EchoTransport: Sendable {
    /// How.
    var method: PingFacts.Method { get }

    /// Sends one echo; why that failed, or nil.
    func send(_ sequenceNumber: UInt16, to address: IPAddress) -> LayerFailure?

    /// Gives the replies that have come since somebody last asked, in their order, each as it is read; one caller at a
    /// time.
    func readReplies(_ take: (EchoReply) -> Void)
}

/// A reply to an echo of ours.
struct EchoReply: Sendable {
    /// Who answers.
    var source: IPAddress
    /// Which echo, as far as can be told: it may be one of another address, or none.
    var sequenceNumber: UInt16
    /// How long ago it came, when it was read; nil when that is not known.
    var age: Duration?
}

/// Why there is no transport for a family.
struct EchoRefusal: Error, Sendable {
    var failure: LayerFailure
    /// Whether asking again is of no use.
    var isFinal: Bool
}
