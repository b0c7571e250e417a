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

    /// What has become of an echo.
    private enum Fate: Equatable {
        case lost
        /// After so many microseconds; nil when nobody knows.
        case answered(Int32?)
    }

    private var pending: [Pending] = []
    /// In the order in which they became known.
    private var fates: [Fate] = []

    /// Whether the fate of no echo is known: nothing can be said of the address.
    var isEmpty: Bool { fates.isEmpty }

    /// Whether at least one of the last ``recent`` echoes was answered, of those whose fate is known.
    var isAnswered: Bool { fates.suffix(Self.recent).contains { $0 != .lost } }

    /// Notes that an echo was sent.
    mutating func send(_ sequenceNumber: UInt16, at instant: ContinuousClock.Instant) {
        expire(at: instant)
        // Nobody sends so many within a second; if somebody does, the oldest is given up early.
        if pending.count == PingFacts.window {
            pending.removeFirst()
            append(.lost)
        }
        pending.append(Pending(sequenceNumber: sequenceNumber, sent: instant))
    }

    /// Notes a reply.
    ///
    /// A second reply to the same echo, one that comes too late, and one to an echo that was never sent change nothing.
    ///
    /// - Parameters:
    ///   - sequenceNumber: Which echo it answers.
    ///   - instant: When it came; nil when nobody knows, and then it is no late one.
    /// - Returns: Whether it answers an echo that is still awaited.
    mutating func receive(_ sequenceNumber: UInt16, at instant: ContinuousClock.Instant?) -> Bool {
        if let instant { expire(at: instant) }
        guard let index = pending.firstIndex(where: { $0.sequenceNumber == sequenceNumber }) else { return false }
        let sent = pending.remove(at: index).sent
        // Before it was sent means that the wall clock was set meanwhile, by which replies are stamped.
        append(.answered(instant.flatMap { $0 < sent ? nil : Int32(clamping: sent.microseconds(to: $0)) }))
        return true
    }

    /// Gives up what was sent too long ago.
    mutating func expire(at instant: ContinuousClock.Instant) {
        while let oldest = pending.first, oldest.sent.duration(to: instant) >= Self.patience {
            pending.removeFirst()
            append(.lost)
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
        let roundTrips = fates.compactMap { fate in
            if case .answered(let roundTrip?) = fate { Int64(roundTrip) } else { nil }
        }
        let differences = zip(roundTrips, roundTrips.dropFirst()).map { abs($0 - $1) }
        return PingFacts(
            target: target, method: method, sent: fates.count, received: fates.count { $0 != .lost },
            last: roundTrips.last, shortest: roundTrips.min(), mean: mean(of: roundTrips), longest: roundTrips.max(),
            jitter: mean(of: differences), unanswered: fates.reversed().prefix { $0 == .lost }.count)
    }

    private mutating func append(_ fate: Fate) {
        if fates.count == PingFacts.window { fates.removeFirst() }
        fates.append(fate)
    }

    /// Rounded down; nil of nothing.
    private func mean(of values: [Int64]) -> Int64? {
        values.isEmpty ? nil : values.reduce(0, +) / Int64(values.count)
    }
}
