import FleetModel
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

private let wallTime = Instant(seconds: 1_800_000_000)
private let target = IPAddress(octets: 192, 0, 2, 1)
private let stranger = IPAddress(octets: 192, 0, 2, 2)

/// A network that loses every echo unless the test answers it.
private final class ScriptedEchoes: EchoTransport {
    let method = PingFacts.Method.datagramSocket
    private let refusal: EchoRefusal?
    private let sendFailure: LayerFailure?
    private let clock: ManualClock
    /// What nobody has asked for yet, and when it came, as far as that is known.
    private let waiting = Mutex<[(source: IPAddress, sequenceNumber: UInt16, came: ManualClock.Instant?)]>([])
    /// How long it takes to read a reply.
    private let reading: Duration
    private let openings = Mutex(0)
    private let sink: AsyncStream<UInt16>.Continuation
    /// The numbers of the echoes that were sent.
    let sent: AsyncStream<UInt16>

    init(
        _ clock: ManualClock, refusal: EchoRefusal? = nil, sendFailure: LayerFailure? = nil, reading: Duration = .zero
    ) {
        self.clock = clock
        self.reading = reading
        self.refusal = refusal
        self.sendFailure = sendFailure
        (sent, sink) = AsyncStream.makeStream(of: UInt16.self)
    }

    /// How often somebody wanted a socket.
    var openingCount: Int { openings.withLock { $0 } }

    func open() throws(EchoRefusal) {
        openings.withLock { $0 += 1 }
        if let refusal { throw refusal }
    }

    func send(_ sequenceNumber: UInt16, to address: IPAddress) -> LayerFailure? {
        sink.yield(sequenceNumber)
        return sendFailure
    }

    func readReplies(_ take: (EchoReply) -> Void) {
        let replies = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for (source, sequenceNumber, came) in replies {
            clock.advance(by: reading)
            take(EchoReply(source: source, sequenceNumber: sequenceNumber, age: came?.duration(to: clock.now)))
        }
    }

    func reply(from source: IPAddress = target, _ sequenceNumber: UInt16, isStamped: Bool = true) {
        waiting.withLock { $0.append((source, sequenceNumber, isStamped ? clock.now : nil)) }
    }
}

/// Counts who wants to sleep, and lets nobody.
private final class BrokenClock: Clock, Sendable {
    let sleeps = Mutex(0)
    var now: ManualClock.Instant { ManualClock.Instant(elapsed: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        sleeps.withLock { $0 += 1 }
    }
}

@Suite("The pinger", .timeLimit(.minutes(5)))
struct PingerTests {
    private let clock = ManualClock()

    private func pinger(_ echoes: ScriptedEchoes) -> Pinger {
        let (clock, start) = (clock, ContinuousClock.now)
        return Pinger(
            open: { (_) throws(EchoRefusal) in
                try echoes.open()
                return echoes
            },
            clock: clock, moment: { start.advanced(by: clock.now.elapsed) }, now: { wallTime })
    }

    private func expected(
        sent: Int, received: Int, _ roundTrip: Int64? = nil, jitter: Int64? = nil, unanswered: Int = 0
    ) -> PingFacts {
        PingFacts(
            target: target, method: .datagramSocket, sent: sent, received: received, last: roundTrip,
            shortest: roundTrip, mean: roundTrip, longest: roundTrip, jitter: jitter, unanswered: unanswered)
    }

    @Test("measures an echo that was answered before anybody asked, however late that is")
    func answered() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        clock.advance(by: .milliseconds(7))
        echoes.reply(0)
        clock.advance(by: .seconds(5))
        let observation = await pinger.observation(of: echo, patience: .milliseconds(100))
        #expect(observation.failure == nil)
        #expect(observation.facts == expected(sent: 1, received: 1, 7_000))
        #expect(observation.at == wallTime)
    }

    @Test("looks for the reply once more when its time is up, and measures it from when it came")
    func awaited() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        async let observation = pinger.observation(of: echo, patience: .milliseconds(100))
        #expect(await clock.nextSleeper().elapsed == .milliseconds(100))
        clock.advance(by: .milliseconds(50))
        echoes.reply(0)
        clock.advance(by: .milliseconds(50))
        #expect(await observation.failure == nil)
        #expect(await observation.microseconds == 50_000)
        #expect(clock.now.elapsed == .milliseconds(100))
    }

    @Test("measures from the sending on, and not the reading of replies before it and after it", arguments: [0, 2])
    func slowReading(repliesBefore: Int) async throws {
        let echoes = ScriptedEchoes(clock, reading: .milliseconds(20))
        let pinger = pinger(echoes)
        _ = pinger.send(to: stranger)
        for _ in 0..<repliesBefore { echoes.reply(from: stranger, 0) }
        let echo = pinger.send(to: target)
        clock.advance(by: .milliseconds(7))
        echoes.reply(1)
        let observation = await pinger.observation(of: echo, patience: .milliseconds(100))
        #expect(observation.facts == expected(sent: 1, received: 1, 7_000))
        #expect(observation.microseconds == 7_000)
    }

    @Test("says of a reply without a stamp that it came, and not when")
    func unstamped() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        echoes.reply(0, isStamped: false)
        clock.advance(by: .seconds(5))
        let observation = await pinger.observation(of: echo, patience: .zero)
        #expect(observation.failure == nil)
        #expect(observation.facts == expected(sent: 1, received: 1))
        #expect(observation.microseconds == 5_000_000)
    }

    @Test("passes over duplicates, strangers and echoes that were never sent")
    func uselessReplies() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        _ = pinger.send(to: stranger)
        for (source, number) in [(stranger, 0), (target, 1), (target, 9), (target, 0), (target, 0)]
            as [(IPAddress, UInt16)]
        {
            echoes.reply(from: source, number)
        }
        #expect(
            await pinger.observation(of: echo, patience: .zero).facts
                == expected(sent: 1, received: 1, 0))
    }

    @Test("sends a second echo to an address that is new and silent, 200 ms after the first, and then gives up")
    func silence() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        async let observation = pinger.observation(of: echo, patience: .milliseconds(100))
        for elapsed in [100, 200, 300] {
            let wakes = await clock.nextSleeper()
            #expect(wakes.elapsed == .milliseconds(elapsed))
            clock.advance(to: wakes)
        }
        #expect(await observation.failure == .timedOut)
        // The fate of both is open until a second has passed.
        #expect(await observation.facts == expected(sent: 0, received: 0))
        clock.advance(by: .seconds(60))
        let next = pinger.send(to: target)
        async let again = pinger.observation(of: next, patience: .milliseconds(100))
        clock.advance(to: await clock.nextSleeper())
        #expect(await again.failure == .timedOut)
        #expect(await again.facts == expected(sent: 2, received: 0, unanswered: 2))
        // The third echo of an address that is known to be silent stays alone.
        _ = pinger.send(to: stranger)
        var numbers = echoes.sent.makeAsyncIterator()
        for number in UInt16(0)...3 { #expect(await numbers.next() == number) }
    }

    @Test("does not wait for a first echo that is lost already: the second one follows at once")
    func lostAlready() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        clock.advance(by: .seconds(3))
        async let observation = pinger.observation(of: echo, patience: .milliseconds(100))
        let wakes = await clock.nextSleeper()
        #expect(wakes.elapsed == .milliseconds(3_100))
        clock.advance(to: wakes)
        #expect(await observation.failure == .timedOut)
        var numbers = echoes.sent.makeAsyncIterator()
        for number in UInt16(0)...1 { #expect(await numbers.next() == number) }
    }

    @Test("needs no clock for an echo that was answered before anybody asked")
    func answeredWithoutClock() async throws {
        let echoes = ScriptedEchoes(clock)
        let brokenClock = BrokenClock()
        let pinger = Pinger(
            open: { (_) throws(EchoRefusal) in
                try echoes.open()
                return echoes
            }, clock: brokenClock, moment: { .now }, now: { wallTime })
        let echo = pinger.send(to: target)
        echoes.reply(0)
        #expect(await pinger.observation(of: echo, patience: .milliseconds(100)).failure == nil)
        #expect(brokenClock.sleeps.withLock(\.self) == 0)
    }

    @Test("takes the second echo's reply, or the first one's that was only slow", arguments: [0, 1] as [UInt16])
    func secondEcho(answered: UInt16) async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: target)
        async let observation = pinger.observation(of: echo, patience: .milliseconds(250))
        clock.advance(to: await clock.nextSleeper())
        var numbers = echoes.sent.makeAsyncIterator()
        for number in UInt16(0)...1 { #expect(await numbers.next() == number) }
        let end = await clock.nextSleeper()
        clock.advance(by: .milliseconds(50))
        echoes.reply(answered)
        clock.advance(to: end)
        #expect(await observation.failure == nil)
        #expect(await observation.facts?.last == (answered == 0 ? 300_000 : 50_000))
    }

    @Test("counts a late reply in the next observation, and a lost echo among answered ones is no failure")
    func lateReply() async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let first = pinger.send(to: target)
        echoes.reply(0)
        _ = await pinger.observation(of: first, patience: .zero)
        for number in UInt16(1)...4 {
            clock.advance(by: .seconds(60))
            let echo = pinger.send(to: target)
            async let observation = pinger.observation(of: echo, patience: .milliseconds(100))
            clock.advance(to: await clock.nextSleeper())
            // One answered at first, and then as many lost as the number before this one.
            #expect(await observation.failure == (number <= 3 ? nil : .timedOut))
            #expect(await observation.facts == expected(sent: Int(number), received: 1, 0, unanswered: Int(number) - 1))
        }
        echoes.reply(4)
        clock.advance(by: .seconds(60))
        let echo = pinger.send(to: target)
        echoes.reply(5)
        let observation = await pinger.observation(of: echo, patience: .zero)
        #expect(observation.failure == nil)
        #expect(observation.facts?.received == 3)
    }

    @Test("says that it is not permitted, and does not ask twice")
    func notPermitted() async throws {
        let echoes = ScriptedEchoes(clock, refusal: EchoRefusal(failure: .ourFault(.notPermitted), isFinal: true))
        let pinger = pinger(echoes)
        for address in [target, stranger, target] {
            let observation = await pinger.observation(of: pinger.send(to: address), patience: .seconds(1))
            #expect(observation.failure == .ourFault(.notPermitted))
            #expect(observation.facts == nil)
        }
        #expect(echoes.openingCount == 1)
    }

    @Test("asks again for a socket when only the descriptors had run out")
    func outOfDescriptors() async throws {
        let echoes = ScriptedEchoes(clock, refusal: EchoRefusal(failure: .ourFault(.outOfResources), isFinal: false))
        let pinger = pinger(echoes)
        for _ in 0..<2 {
            let observation = await pinger.observation(of: pinger.send(to: target), patience: .seconds(1))
            #expect(observation.failure == .ourFault(.outOfResources))
        }
        #expect(echoes.openingCount == 2)
    }

    @Test("reports at once that an echo could not be sent, and counts it neither as sent nor as lost")
    func unsent() async throws {
        let pinger = pinger(ScriptedEchoes(clock, sendFailure: .unreachable(.network)))
        for _ in 0..<2 {
            let observation = await pinger.observation(of: pinger.send(to: target), patience: .seconds(1))
            #expect(observation.failure == .unreachable(.network))
            #expect(observation.facts == expected(sent: 0, received: 0))
            clock.advance(by: .seconds(60))
        }
    }

    @Test("sends nothing to many at once", arguments: ["224.0.0.1", "255.255.255.255", "ff02::1", "0.0.0.0"])
    func manyAtOnce(text: String) async throws {
        let echoes = ScriptedEchoes(clock)
        let pinger = pinger(echoes)
        let echo = pinger.send(to: try #require(IPAddress(text)))
        let observation = await pinger.observation(of: echo, patience: .seconds(1))
        #expect(observation.failure == .ourFault(.invalidAddress))
        #expect(echoes.openingCount == 0)
    }

    @Test("ends at once when it is cancelled")
    func cancellation() async throws {
        let pinger = pinger(ScriptedEchoes(clock))
        let echo = pinger.send(to: target)
        let running = Task { await pinger.observation(of: echo, patience: .seconds(1)) }
        _ = await clock.nextSleeper()
        running.cancel()
        #expect(await running.value.failure == .ourFault(.cancelled))
        #expect(clock.now.elapsed == .zero)
        #expect(clock.sleeperCount == 0)
    }
}

/// With real sockets; what is expected depends on what this machine permits, which is asked by hand.
@Suite("Echoes on loopback", .timeLimit(.minutes(5)))
struct LoopbackEchoTests {
    @Test("are answered, or are not permitted", arguments: [IPAddress.ipv4Loopback, .ipv6Loopback])
    func loopback(address: IPAddress) async throws {
        let pinger = Pinger(now: { wallTime })
        let method = permittedMethod(isIPv6: address.isIPv6)
        for count in 1...3 {
            let observation = await pinger.observation(of: pinger.send(to: address), patience: .seconds(1))
            guard let method else {
                #expect(observation.failure == .ourFault(.notPermitted))
                #expect(observation.facts == nil)
                continue
            }
            #expect(observation.failure == nil)
            let facts = try #require(observation.facts)
            #expect(facts.method == method)
            #expect(facts.target == address)
            // A machine that is very busy may answer the second echo to a new address first.
            #expect(facts.received >= count)
        }
        // Of the very first ones the system may not have noted when they came.
        while method != nil {
            let facts = await pinger.observation(of: pinger.send(to: address), patience: .seconds(1)).facts
            guard let last = facts?.last else { continue }
            #expect((0..<1_000_000).contains(last))
            return
        }
    }

    @Test("of two sockets do not answer each other", arguments: [IPAddress.ipv4Loopback, .ipv6Loopback])
    func twoSockets(address: IPAddress) async throws {
        guard permittedMethod(isIPv6: address.isIPv6) != nil else {
            #expect(throws: EchoRefusal.self) { try EchoSocket(isIPv6: address.isIPv6, identifier: 1) }
            return
        }
        let sockets = try [1, 2].map { try EchoSocket(isIPv6: address.isIPv6, identifier: $0) }
        for socket in sockets { #expect(socket.send(7, to: address) == nil) }
        // Replies come in the order of their echoes: behind the last one of each there is nothing of the other's.
        for socket in sockets { #expect(socket.send(8, to: address) == nil) }
        for socket in sockets {
            var numbers: [UInt16] = []
            while !numbers.contains(8) {
                socket.readReplies { reply in
                    #expect(reply.source == address)
                    numbers.append(reply.sequenceNumber)
                }
                await Task.yield()
            }
            #expect(numbers == [7, 8])
        }
    }

    private func permittedMethod(isIPv6: Bool) -> PingFacts.Method? {
        let family = isIPv6 ? AF_INET6 : AF_INET
        let ipProtocol = Int32(isIPv6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP)
        for (type, method) in [(SOCK_DGRAM, PingFacts.Method.datagramSocket), (SOCK_RAW, .rawSocket)] {
            let descriptor = socket(family, Int32(type.rawValue), ipProtocol)
            guard descriptor >= 0 else { continue }
            close(descriptor)
            return method
        }
        return nil
    }
}
