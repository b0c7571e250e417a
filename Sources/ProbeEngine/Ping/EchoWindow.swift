internal import FleetModel

/// The last echoes to one address: which were answered, and how fast.
///
/// A pure value; who sends and receives tells it, and says when.
struct EchoWindow: Sendable {
    /// An echo that is not answered within this time is lost.
    static let patience = Duration.seconds(1)
    /// Of so many echoes at the end of the window one must have been answered.
    static let recent = 3

    /// An echo whose fate is not known yet.
    private struct Pending {
        var sequenceNumber: UInt16
        var sent: ContinuousClock.Instant
    }

    private var pending: [Pending] = []
    /// In microseconds, nil for a lost echo; in the order in which their fates became known.
    private var roundTrips: [Int32?] = []

    /// Whether the fate of no echo is known: nothing can be said of the address.
    var isEmpty: Bool { roundTrips.isEmpty }

    /// Whether at least one of the last ``recent`` echoes was answered, of those whose fate is known.
    var isAnswered: Bool { roundTrips.suffix(Self.recent).contains { $0 != nil } }

    /// Notes that an echo was sent.
    mutating func send(_ sequenceNumber: UInt16, at instant: ContinuousClock.Instant) {
        expire(at: instant)
        // Nobody sends so many within a second; if somebody does, the oldest is given up early.
        if pending.count == PingFacts.window {
            pending.removeFirst()
            append(nil)
        }
        pending.append(Pending(sequenceNumber: sequenceNumber, sent: instant))
    }

    /// Notes a reply; whether it answers an echo that is still awaited.
    ///
    /// A second reply to the same echo, one that comes too late, and one to an echo that was never sent change nothing.
    mutating func receive(_ sequenceNumber: UInt16, at instant: ContinuousClock.Instant) -> Bool {
        expire(at: instant)
        guard let index = pending.firstIndex(where: { $0.sequenceNumber == sequenceNumber }) else { return false }
        // A wall clock that was set meanwhile can make a reply older than its echo.
        append(Int32(clamping: max(0, pending.remove(at: index).sent.microseconds(to: instant))))
        return true
    }

    /// Gives up what was sent too long ago.
    mutating func expire(at instant: ContinuousClock.Instant) {
        while let oldest = pending.first, oldest.sent.duration(to: instant) >= Self.patience {
            pending.removeFirst()
            append(nil)
        }
    }

    /// Takes back an echo that could not be sent.
    mutating func withdraw(_ sequenceNumber: UInt16) {
        pending.removeAll { $0.sequenceNumber == sequenceNumber }
    }

    /// Whether the echo is still awaited.
    func awaits(_ sequenceNumber: UInt16) -> Bool {
        pending.contains { $0.sequenceNumber == sequenceNumber }
    }

    /// What the window shows.
    func facts(target: IPAddress, method: PingFacts.Method) -> PingFacts {
        let answered = roundTrips.compactMap { $0.map(Int64.init) }
        let differences = zip(answered, answered.dropFirst()).map { abs($0 - $1) }
        return PingFacts(
            target: target, method: method, sent: roundTrips.count, received: answered.count, last: answered.last,
            shortest: answered.min(), mean: mean(of: answered), longest: answered.max(), jitter: mean(of: differences),
            unanswered: roundTrips.reversed().prefix { $0 == nil }.count)
    }

    private mutating func append(_ roundTrip: Int32?) {
        if roundTrips.count == PingFacts.window { roundTrips.removeFirst() }
        roundTrips.append(roundTrip)
    }

    /// Rounded down; nil of nothing.
    private func mean(of values: [Int64]) -> Int64? {
        values.isEmpty ? nil : values.reduce(0, +) / Int64(values.count)
    }
}
