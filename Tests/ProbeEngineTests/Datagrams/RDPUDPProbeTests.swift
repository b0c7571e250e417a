import FleetModel
import Glibc
import RDPWire
import TestSupport
import Testing

@testable import ProbeEngine

/// The number that every probe of these tests begins with.
private let ours: UInt32 = 0x1122_3344
private let wallTime = Instant(seconds: 1_800_000_000)

/// The answer of a server to the SYN with this number.
private func synAck(to number: UInt32 = ours, version: UInt16? = 2, mtu: UInt16 = 1200) -> [UInt8] {
    let synData = SynData(initialSequenceNumber: 0x0F94_EA0B, upstreamMTU: mtu, downstreamMTU: mtu - 8)
    return SynAckDatagram(acknowledged: number, synData: synData, version: version).encoded
}

private let garbage = Array("not RDP".utf8)

@Suite("The RDP-UDP probe", .timeLimit(.minutes(5)))
struct RDPUDPProbeTests {
    private let clock = ManualClock()
    private let watch: SocketWatch

    init() throws {
        watch = try SocketWatch()
    }

    private var probe: RDPUDPProbe { probe(by: clock) }

    private func probe(by clock: any Clock<Duration>) -> RDPUDPProbe {
        RDPUDPProbe(watch: watch, clock: clock, sequenceNumber: { ours }, now: { wallTime })
    }

    /// Probes a peer, and does not wait longer for an answer than the peer needs to give it.
    private func probeToTheEnd(_ peer: DatagramPeer) async -> Observation<UDPFacts> {
        await probe(by: ArrivalClock(arrivals: peer.arrivals)).probe(peer.endpoint)
    }

    @Test(
        "reads the answer of a server of each version, on both families",
        arguments: [
            (.two, 2, .two), (.two, nil, .one), (.two, 1, .one), (.three, 0x0101, .three), (.one, nil, .one),
            (.two, 0xABCD, nil),
        ] as [(UDPFacts.Version, UInt16?, UDPFacts.Version?)], [IPAddress.ipv4Loopback, .ipv6Loopback])
    func answers(
        _ row: (requested: UDPFacts.Version, answer: UInt16?, answered: UDPFacts.Version?), address: IPAddress
    ) async throws {
        let answer = row.answer
        try await DatagramPeer.run(on: address, answer: { _, _ in [synAck(version: answer)] }) { peer in
            let observation = await probe.probe(peer.endpoint, version: row.requested)
            #expect(observation.failure == nil)
            #expect(observation.at == wallTime)
            var expected = UDPFacts(
                peer: peer.endpoint, requested: row.requested, answered: row.answered, upstreamMTU: 1200,
                downstreamMTU: 1192, datagrams: 1)
            let local = try #require(observation.facts?.local)
            #expect(local.address == address && local.port != 0)
            expected.local = local
            #expect(observation.facts == expected)
        }
    }

    @Test(
        "sends the literal SYN of its version",
        arguments: [
            (.one, "ffffffff 00400001 11223344 04d004d0"), (.two, "ffffffff 00401001 11223344 04d004d0 00010002"),
            (.three, "ffffffff 00401001 11223344 04d004d0 00010101"),
        ] as [(UDPFacts.Version, String)])
    func request(version: UDPFacts.Version, literal: String) async throws {
        try await DatagramPeer.run(answer: { _, _ in [synAck()] }) { peer in
            _ = await probe.probe(peer.endpoint, version: version)
            let arrival = try #require(await peer.arrivals.first { _ in true })
            let words = literal.split(separator: " ").compactMap { UInt32($0, radix: 16) }
            let bytes = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
            #expect(arrival.bytes == bytes + Array(repeating: 0, count: 1232 - bytes.count))
        }
    }

    @Test("asks a silent server twice, a second apart, with the same datagram, and gives up after two")
    func silence() async throws {
        try await DatagramPeer.run(answer: { _, _ in [] }) { peer in
            let probe = probe
            let running = Task { await probe.probe(peer.endpoint) }
            var arrivals = peer.arrivals.makeAsyncIterator()
            let first = try #require(await arrivals.next())
            #expect(await clock.nextSleeper().elapsed == .seconds(1))
            clock.advance(by: .seconds(1))
            let second = try #require(await arrivals.next())
            #expect(first.bytes == second.bytes)
            #expect(first.port == second.port)
            #expect(await clock.nextSleeper().elapsed == .seconds(2))
            clock.advance(by: .seconds(1))
            let observation = await running.value
            #expect(observation.failure == .timedOut)
            #expect(observation.facts?.datagrams == 2)
            #expect(observation.facts?.local?.port == first.port)
        }
    }

    @Test("takes an answer to its second datagram")
    func lateAnswer() async throws {
        try await DatagramPeer.run(answer: { _, before in before == 0 ? [] : [synAck()] }) { peer in
            let observation = await probeToTheEnd(peer)
            #expect(observation.failure == nil)
            #expect(observation.facts?.answered == .two)
            #expect(observation.facts?.datagrams == 2)
        }
    }

    @Test("tells whoever records of every datagram, with both ends")
    func recording() async throws {
        let events = Recorded()
        let recorded = RDPUDPProbe(
            watch: watch, clock: clock, sequenceNumber: { ours },
            wire: { flow, kind in
                events.add(flow, kind)
            }, now: { wallTime })
        try await DatagramPeer.run(answer: { _, _ in [garbage, synAck()] }) { peer in
            let facts = try #require(await recorded.probe(peer.endpoint).facts)
            let flow = WireEvent.Flow(transport: .udp, local: try #require(facts.local), peer: peer.endpoint)
            let seen = events.all
            #expect(seen.allSatisfy { $0.0 == flow })
            #expect(seen.count == 3)
            guard case .sent(let datagram) = seen.first?.1 else {
                Issue.record("nothing was sent")
                return
            }
            #expect(datagram.count == 1232)
            #expect(seen.dropFirst().map(\.1) == [.received(garbage), .received(synAck())])
        }
    }

    @Test("passes over what is no answer to it, and says at the end what it was")
    func uselessAnswers() async throws {
        let foreign = synAck(to: ours &+ 1)
        let short = Array(synAck().prefix(15))
        let cases: [([[UInt8]], LayerFailure?)] = [
            ([foreign], .timedOut), ([garbage], .malformed), ([short], .malformed), ([[]], .malformed),
            ([foreign, garbage], .malformed), ([garbage, foreign, synAck()], nil), ([foreign, synAck()], nil),
        ]
        for (answers, failure) in cases {
            try await DatagramPeer.run(answer: { _, before in before == 0 ? answers : [] }) { peer in
                let observation = await probeToTheEnd(peer)
                #expect(observation.failure == failure, "\(answers.map(\.count))")
                #expect((observation.facts?.answered == .two) == (failure == nil))
            }
        }
    }

    @Test("does not listen for ever to one who says much and answers nothing")
    func flood() async throws {
        try await DatagramPeer.run(answer: { _, _ in Array(repeating: garbage, count: 64) }) { peer in
            let observation = await probe.probe(peer.endpoint)
            #expect(observation.failure == .malformed)
            #expect(observation.facts?.datagrams == 1)
            #expect(clock.now.elapsed == .zero)
        }
    }

    @Test("does not hear an answer that comes from elsewhere")
    func otherSource() async throws {
        try await DatagramPeer.run(answersFromElsewhere: true, answer: { _, _ in [synAck()] }) { peer in
            #expect(await probeToTheEnd(peer).failure == .timedOut)
        }
    }

    @Test("is told by the network that nobody listens", arguments: [IPAddress.ipv4Loopback, .ipv6Loopback])
    func closedPort(address: IPAddress) async throws {
        let endpoint = try await DatagramPeer.run(on: address, answer: { _, _ in [] }) { $0.endpoint }
        let observation = await probe.probe(endpoint)
        #expect(observation.failure == .refused)
        #expect(observation.facts?.datagrams == 1)
        #expect(observation.facts?.answered == nil)
    }

    @Test(
        "sends nothing to many at once",
        arguments: ["224.0.0.1", "255.255.255.255", "ff02::1", "0.0.0.0", "::", "::ffff:224.0.0.1"])
    func manyAtOnce(text: String) async throws {
        let endpoint = SocketEndpoint(address: try #require(IPAddress(text)), port: 3389)
        let observation = await probe.probe(endpoint)
        #expect(observation.failure == .ourFault(.invalidAddress))
        #expect(observation.facts?.datagrams == 0)
    }

    @Test("ends at once when it is cancelled, and leaves no socket behind")
    func cancellation() async throws {
        try await DatagramPeer.run(answer: { _, _ in [] }) { peer in
            let probe = probe
            let running = Task { await probe.probe(peer.endpoint) }
            let port = try #require(await peer.arrivals.first { _ in true }).port
            running.cancel()
            let observation = await running.value
            #expect(observation.failure == .ourFault(.cancelled))
            #expect(clock.now.elapsed == .zero)
            #expect(clock.sleeperCount == 0)
            // Nobody else can have the port for as long as the socket is open.
            let own = SocketEndpoint(address: .ipv4Loopback, port: port)
            let deadline = ContinuousClock.now + .seconds(20)
            while !binds(own), ContinuousClock.now < deadline { await Task.yield() }
            #expect(binds(own))
        }
    }

    private func binds(_ endpoint: SocketEndpoint) -> Bool {
        guard let socket = try? DatagramSocket(isIPv6: endpoint.address.isIPv6) else { return false }
        return endpoint.withSocketAddress { Glibc.bind(socket.descriptor, $0, $1) } == 0
    }
}
