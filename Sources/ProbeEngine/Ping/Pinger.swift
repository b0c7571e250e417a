package import FleetModel
internal import Synchronization

/// Sends ICMP echoes and keeps, for each address, what the last of them showed.
///
/// One for the whole program, with at most one socket for each family, opened with the first echo. Where the system
/// permits neither a ping socket nor a raw one, every observation says so, and nobody asks again.
package final class Pinger: Sendable {
    /// An echo that is on its way, or could not be sent.
    package struct Echo: Sendable, Hashable {
        /// Where it went.
        package let address: IPAddress
        fileprivate let sequenceNumber: UInt16
        fileprivate let sent: ContinuousClock.Instant
        /// Whether it is the first one to its address that we know of.
        fileprivate let isFirst: Bool
        /// Why it was not sent.
        fileprivate let failure: LayerFailure?
    }

    /// From the first echo to an address to its second, which is sent when the first is not answered.
    package static let secondAfter = Duration.milliseconds(200)

    typealias Opening = @Sendable (_ isIPv6: Bool) throws(EchoRefusal) -> any EchoTransport

    private struct State {
        var transports: [Bool: Result<any EchoTransport, EchoRefusal>] = [:]
        var windows = EchoWindows()
        var nextSequenceNumber: UInt16 = 0

        /// Puts the replies that have come into their windows, each at the time at which it came.
        mutating func takeReplies(isIPv6: Bool, at instant: ContinuousClock.Instant) {
            guard case .success(let transport)? = transports[isIPv6] else { return }
            for reply in transport.replies() {
                _ = windows.change(reply.source) { $0.receive(reply.sequenceNumber, at: instant - reply.age) }
            }
        }
    }

    private let state = Mutex(State())
    private let open: Opening
    private let clock: any Clock<Duration>
    private let moment: @Sendable () -> ContinuousClock.Instant
    private let now: @Sendable () -> Instant

    /// Makes a pinger; opens nothing yet.
    ///
    /// - Parameter now: The wall clock.
    package convenience init(now: @escaping @Sendable () -> Instant) {
        let identifier = UInt16.random(in: .min ... .max)
        self.init(
            open: { (isIPv6) throws(EchoRefusal) in try EchoSocket(isIPv6: isIPv6, identifier: identifier) },
            clock: EventLoopClock(), moment: { .now }, now: now)
    }

    init(
        open: @escaping Opening, clock: any Clock<Duration>,
        moment: @escaping @Sendable () -> ContinuousClock.Instant, now: @escaping @Sendable () -> Instant
    ) {
        self.open = open
        self.clock = clock
        self.moment = moment
        self.now = now
    }

    /// Sends one echo and returns at once.
    package func send(to address: IPAddress) -> Echo {
        let sent = moment()
        guard address.isUnicast else {
            return Echo(
                address: address, sequenceNumber: 0, sent: sent, isFirst: false, failure: .ourFault(.invalidAddress))
        }
        let (transport, sequenceNumber, isFirst) = begin(to: address, at: sent)
        var failure: LayerFailure?
        switch transport {
        case .success(let transport): failure = transport.send(sequenceNumber, to: address)
        case .failure(let refusal): failure = refusal.failure
        }
        if failure != nil {
            state.withLock { state in
                _ = state.windows.change(address) { window in
                    window.withdraw(sequenceNumber)
                    return true
                }
            }
        }
        return Echo(
            address: address, sequenceNumber: sequenceNumber, sent: sent, isFirst: isFirst, failure: failure)
    }

    /// What an echo showed, with the others of its window.
    ///
    /// The first echo to an address gets a second one at its side when it is not answered in time, so that one lost
    /// packet is no failure.
    ///
    /// - Parameters:
    ///   - echo: What ``send(to:)`` returned.
    ///   - patience: How long to wait for its reply, from now on; ``EchoWindow/patience`` at most. What comes later
    ///     still counts, for the next observation.
    /// - Returns: `.timedOut` when none of the last three echoes was answered; without facts when there could be none,
    ///   because the fault is ours.
    package func observation(of echo: Echo, patience: Duration) async -> Observation<PingFacts> {
        let patience = min(patience, EchoWindow.patience)
        var failure = echo.failure
        if failure == nil {
            var isAnswered = await isAnswered([echo], within: patience)
            if !isAnswered, echo.isFirst, !Task.isCancelled {
                try? await clock.sleep(for: max(.zero, Self.secondAfter - echo.sent.duration(to: moment())))
                let second = send(to: echo.address)
                failure = second.failure
                if failure == nil { isAnswered = await self.isAnswered([echo, second], within: patience) }
            }
            if !isAnswered, Task.isCancelled { failure = .ourFault(.cancelled) }
        }
        return observation(of: echo, failure: failure)
    }

    private func observation(of echo: Echo, failure: LayerFailure?) -> Observation<PingFacts> {
        let ended = moment()
        let (window, method) = state.withLock { state in
            state.takeReplies(isIPv6: echo.address.isIPv6, at: ended)
            _ = state.windows.change(echo.address) { window in
                window.expire(at: ended)
                return true
            }
            return (state.windows[echo.address], try? state.transports[echo.address.isIPv6]?.get().method)
        }
        var failure = failure
        if failure == nil, !window.isAnswered { failure = .timedOut }
        let facts = method.map { window.facts(target: echo.address, method: $0) }
        return Observation(
            // An answer took as long as its round trip, however late somebody asks for it.
            facts: facts, failure: failure,
            microseconds: failure == nil ? facts?.last ?? 0 : echo.sent.microseconds(to: ended), at: now())
    }

    /// Opens the socket if that has not been done, and notes the echo before anybody can answer it.
    private func begin(
        to address: IPAddress, at instant: ContinuousClock.Instant
    ) -> (Result<any EchoTransport, EchoRefusal>, sequenceNumber: UInt16, isFirst: Bool) {
        state.withLock { state in
            let transport = transport(for: address, &state)
            let sequenceNumber = state.nextSequenceNumber
            guard case .success = transport else { return (transport, sequenceNumber, false) }
            state.nextSequenceNumber &+= 1
            // Who sends also empties the buffer, which could not hold the replies to thousands.
            state.takeReplies(isIPv6: address.isIPv6, at: instant)
            var isFirst = false
            state.windows.use(address) { window in
                window.send(sequenceNumber, at: instant)
                isFirst = window.isEmpty
            }
            return (transport, sequenceNumber, isFirst)
        }
    }

    private func transport(
        for address: IPAddress, _ state: inout State
    ) -> Result<any EchoTransport, EchoRefusal> {
        if let known = state.transports[address.isIPv6] { return known }
        do {
            let transport = try open(address.isIPv6)
            state.transports[address.isIPv6] = .success(transport)
            return .success(transport)
        } catch {
            if error.isFinal { state.transports[address.isIPv6] = .failure(error) }
            return .failure(error)
        }
    }

    /// Whether one of the echoes is answered by now, or within that time; false when the task is cancelled before.
    ///
    /// Mostly the reply came while the server was climbed. Else it is looked for once more when the time is up, and not
    /// when it comes: whoever answers TCP before an echo is seldom quick to answer that.
    private func isAnswered(_ echoes: [Echo], within patience: Duration) async -> Bool {
        if let known = fate(of: echoes) { return known }
        try? await clock.sleep(for: patience)
        return fate(of: echoes) ?? false
    }

    /// Whether one of the echoes is answered; nil as long as one is awaited and none answered.
    private func fate(of echoes: [Echo]) -> Bool? {
        let instant = moment()
        return state.withLock { state in
            var isOpen = false
            for echo in echoes {
                state.takeReplies(isIPv6: echo.address.isIPv6, at: instant)
                _ = state.windows.change(echo.address) { window in
                    window.expire(at: instant)
                    return true
                }
                let window = state.windows[echo.address]
                if window.awaits(echo.sequenceNumber) {
                    isOpen = true
                } else if window.isAnswered {
                    return true
                }
            }
            return isOpen ? nil : false
        }
    }
}
