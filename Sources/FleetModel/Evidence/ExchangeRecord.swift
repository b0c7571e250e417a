/// What one probe did and what went over its wire, as much of it as is worth keeping.
///
/// Bounded whatever a server sends: what no longer fits is counted and left out. It has no place for a secret of TLS, nor
/// for a byte that travelled inside TLS.
package struct ExchangeRecord: Sendable, Equatable {
    /// The most payload that is kept, in bytes, both directions together.
    package static let byteLimit = 16_384
    /// The most writes and reads that are kept: a server may drip its answer byte by byte.
    package static let eventLimit = 64
    /// The most steps about bytes that are kept, and again as many of all others.
    package static let stepLimit = 48

    /// What went over the wire, in order.
    package private(set) var events: [WireEvent] = []
    /// What the probe did, in order; steps about bytes say how many there were, and have none.
    package private(set) var steps: [ProbeStep] = []
    /// How much payload did not fit, in bytes; everything of it came after what is kept.
    package private(set) var bytesLeftOut = 0
    /// How many steps did not fit.
    package private(set) var stepsLeftOut = 0
    /// How much payload is kept, in bytes.
    package private(set) var byteCount = 0

    private let byteLimit: Int
    private var transfers = 0

    /// An empty record.
    ///
    /// - Parameter byteLimit: The most payload to keep, in bytes; never more than ``byteLimit``.
    package init(byteLimit: Int = Self.byteLimit) {
        self.byteLimit = max(0, min(byteLimit, Self.byteLimit))
    }

    /// Takes what went over the wire; of bytes that do not fit in whole, the first.
    package mutating func take(_ event: WireEvent) {
        switch event.kind {
        case .sent(let bytes):
            if let kept = fitting(bytes) { append(event, .sent(kept)) }
        case .received(let bytes):
            if let kept = fitting(bytes) { append(event, .received(kept)) }
        // A probe makes few connections; more than that is nothing to look at.
        case .opened, .notConnected, .ended, .reset:
            if events.count < 2 * Self.eventLimit { events.append(event) }
        // Whoever has these reads what is inside TLS.
        case .secret: return
        }
    }

    /// Takes a step of the probe, without the bytes: those of the layers above TLS are never on the wire.
    package mutating func take(_ step: ProbeStep) {
        var step = step
        switch step.event {
        case .sent(_, let total):
            transfers += 1
            step.event = .sent([], total: total)
        case .received(_, let total):
            transfers += 1
            step.event = .received([], total: total)
        case .began, .note, .closed, .ended:
            guard steps.count < 2 * Self.stepLimit else { return stepsLeftOut += 1 }
            return steps.append(step)
        }
        guard transfers <= Self.stepLimit, steps.count < 2 * Self.stepLimit else { return stepsLeftOut += 1 }
        steps.append(step)
    }

    /// The same with less room for bytes.
    func bounded(to byteLimit: Int) -> ExchangeRecord {
        var record = ExchangeRecord(byteLimit: byteLimit)
        for event in events { record.take(event) }
        record.steps = steps
        record.stepsLeftOut = stepsLeftOut
        record.bytesLeftOut += bytesLeftOut
        return record
    }

    /// The first of some bytes, as many as there is room for; nil when there is none.
    private mutating func fitting(_ bytes: [UInt8]) -> [UInt8]? {
        // Once something is missing, nothing that came later is of use: a reader could not put it together.
        let room = bytesLeftOut == 0 && events.count < Self.eventLimit ? byteLimit - byteCount : 0
        let kept = min(room, bytes.count)
        byteCount += kept
        bytesLeftOut += bytes.count - kept
        guard kept < bytes.count else { return bytes }
        return kept == 0 ? nil : Array(bytes.prefix(kept))
    }

    private mutating func append(_ event: WireEvent, _ kind: WireEvent.Kind) {
        events.append(WireEvent(flow: event.flow, microseconds: event.microseconds, kind: kind))
    }
}
