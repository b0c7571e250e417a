package import FleetModel
internal import Synchronization

/// Sends ICMP echoes and keeps, for each address, what the last of them showed.
///
/// One for the whole program, with at most one socket for each family. Where the system permits neither a ping socket nor
/// a raw one, every observation says so, and nobody asks again.
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
        fileprivate var failure: LayerFailure?
    }

    /// From the first echo to an address to its second, which is sent when the first is not answered.
    package static let secondAfter = Duration.milliseconds(200)

    typealias Opening = @Sendable (_ isIPv6: Bool) throws(EchoRefusal) -> any EchoTransport

    private struct State {
        var transports: [Bool: Result<any EchoTransport, EchoRefusal>] = [:]
        var windows = EchoWindows()
        var nextSequenceNumber: UInt16 = 0

        /// Puts the replies that have come into their windows, each at the time at which it came.
        ///
        /// Whoever waits for the lock, or reads many, reads late: the moment is that of each reply.
        mutating func takeReplies(isIPv6: Bool, by moment: () -> ContinuousClock.Instant) {
            guard case .success(let transport)? = transports[isIPv6] else { return }
            transport.readReplies { reply in
                let came = reply.age.map { moment() - $0 }
                _ = windows.change(reply.source) { $0.receive(reply.sequenceNumber, at: came) }
            }
        }
    }

    private let state = Mutex(State())
    private let open: Opening
    private let clock: any Clock<Duration>
    private let moment: @Sendable () -> ContinuousClock.Instant
    private let now: @Sendable () -> Instant

    /// Makes a pinger and opens its sockets: the system begins to stamp what comes some milliseconds after it is told to,
    /// and of a reply without a stamp nobody knows how long it took.
    ///
    /// - Parameter now: The wall clock.
    package convenience init(now: @escaping @Sendable () -> Instant) {
        let identifier = UInt16.random(in: .min ... .max)
        self.init(
            open: { (isIPv6) throws(EchoRefusal) in try EchoSocket(isIPv6: isIPv6, identifier: identifier) },
            clock: EventLoopClock(), moment: { .now }, now: now)
        state.withLock { state in
            for isIPv6 in [false, true] { _ = transport(isIPv6: isIPv6, &state) }
        }
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
        guard address.isUnicast else {
            return Echo(
                address: address, sequenceNumber: 0, sent: moment(), isFirst: false,
                failure: .ourFault(.invalidAddress))
        }
        let (transport, begun) = begin(to: address)
        var echo = begun
        switch transport {
        case .success(let transport): echo.failure = transport.send(echo.sequenceNumber, to: address)
        case .failure(let refusal): echo.failure = refusal.failure
        }
        if echo.failure != nil {
            state.withLock { state in
                _ = state.windows.change(address) { window in
                    window.withdraw(begun.sequenceNumber)
                    return true
                }
            }
        }
        return echo
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
            (state.windows[echo.address], try? state.transports[echo.address.isIPv6]?.get().method)
        }
        var failure = failure
        if failure == nil, !window.isAnswered { failure = .timedOut }
        let facts = method.map { window.facts(target: echo.address, method: $0) }
        return Observation(
            // An answer took as long as its round trip, however late somebody asks for it; at most until now, if nobody
            // knows that.
            facts: facts, failure: failure,
            microseconds: (failure == nil ? facts?.last : nil) ?? echo.sent.microseconds(to: ended), at: now())
    }

    /// Opens the socket if that has not been done, and notes the echo before anybody can answer it.
    private func begin(to address: IPAddress) -> (Result<any EchoTransport, EchoRefusal>, Echo) {
        state.withLock { state in
            let transport = transport(isIPv6: address.isIPv6, &state)
            let sequenceNumber = state.nextSequenceNumber
            guard case .success = transport else {
                return (
                    transport, Echo(address: address, sequenceNumber: sequenceNumber, sent: moment(), isFirst: false)
                )
            }
            state.nextSequenceNumber &+= 1
            // Who sends also empties the buffer, which could not hold the replies to thousands.
            state.takeReplies(isIPv6: address.isIPv6, by: moment)
            let sent = moment()
            var isFirst = false
            state.windows.use(address) { window in
                window.send(sequenceNumber, at: sent)
                isFirst = window.isEmpty
            }
            return (transport, Echo(address: address, sequenceNumber: sequenceNumber, sent: sent, isFirst: isFirst))
        }
    }

    private func transport(isIPv6: Bool, _ state: inout State) -> Result<any EchoTransport, EchoRefusal> {
        if let known = state.transports[isIPv6] { return known }
        do {
            let transport = try open(isIPv6)
            state.transports[isIPv6] = .success(transport)
            return .success(transport)
        } catch {
            if error.isFinal { state.transports[isIPv6] = .failure(error) }
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
                // Whoever looked into the socket last has mostly found it among the replies to his own.
                if state.windows[echo.address].awaits(echo.sequenceNumber) {
                    state.takeReplies(isIPv6: echo.address.isIPv6, by: moment)
                    _ = state.windows.change(echo.address) { window in
                        window.expire(at: instant)
                        return true
                    }
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
