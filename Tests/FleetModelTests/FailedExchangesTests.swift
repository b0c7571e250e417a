import FleetModel
import Testing

@Suite struct FailedExchangesTests {
    private static let start = Instant(seconds: 1_800_000_000)
    private static let flow = WireEvent.Flow(
        transport: .tcp, local: SocketEndpoint(address: .ipv4Loopback, port: 40_000),
        peer: SocketEndpoint(address: .ipv4Loopback, port: 3389))

    private static func event(_ kind: WireEvent.Kind) -> WireEvent {
        WireEvent(flow: flow, microseconds: 1, kind: kind)
    }

    private static func record(_ kinds: [WireEvent.Kind]) -> ExchangeRecord {
        var record = ExchangeRecord()
        for kind in kinds { record.take(event(kind)) }
        return record
    }

    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

    private static func payload(_ record: ExchangeRecord) -> [UInt8] {
        record.events.flatMap { event -> [UInt8] in
            switch event.kind {
            case .sent(let bytes), .received(let bytes): bytes
            case .opened, .notConnected, .ended, .reset, .secret: []
            }
        }
    }

    private static func exchange(_ number: Int, at seconds: Int64, _ kinds: [WireEvent.Kind] = []) -> FailedExchange {
        let began = start + .seconds(seconds)
        let snapshot = ServerSnapshot(server: Server(name: "ts\(number)").id, began: began, ended: began)
        return FailedExchange(.server(snapshot), record(kinds))
    }

    private static func target(_ number: Int) -> FailedExchange.Target { .server(Server(name: "ts\(number)").id) }

    // MARK: One record

    struct Bounds: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var kinds: [WireEvent.Kind]
        var kept: Int
        var leftOut: Int
        var events: Int
    }

    @Test(
        "a record keeps the first bytes and counts the others",
        arguments: [
            Bounds(testDescription: "nothing", kinds: [], kept: 0, leftOut: 0, events: 0),
            Bounds(
                testDescription: "all of a short one",
                kinds: [.opened, .sent(bytes(44)), .received(bytes(19)), .reset],
                kept: 63, leftOut: 0, events: 4),
            Bounds(
                testDescription: "exactly what fits", kinds: [.received(bytes(16_384))], kept: 16_384, leftOut: 0,
                events: 1),
            Bounds(
                testDescription: "one byte too many", kinds: [.received(bytes(16_385))], kept: 16_384, leftOut: 1,
                events: 1),
            Bounds(
                testDescription: "nothing behind a gap, but how it ended",
                kinds: [.sent(bytes(16_000)), .received(bytes(400)), .sent(bytes(1)), .ended(by: .server)],
                kept: 16_384, leftOut: 17, events: 3),
            Bounds(
                testDescription: "a drip of single bytes", kinds: Array(repeating: .received([7]), count: 1_000),
                kept: 64, leftOut: 936, events: 64),
            Bounds(
                testDescription: "connections without end",
                kinds: Array(repeating: .notConnected(.refused, after: 1), count: 1_000), kept: 0, leftOut: 0,
                events: 128),
            Bounds(
                testDescription: "no secret", kinds: [.opened, .secret("CLIENT_RANDOM 00 11")], kept: 0, leftOut: 0,
                events: 1),
        ])
    func bounds(_ bounds: Bounds) {
        let record = Self.record(bounds.kinds)
        #expect(record.byteCount == bounds.kept)
        #expect(Self.payload(record).count == bounds.kept)
        #expect(record.bytesLeftOut == bounds.leftOut)
        #expect(record.events.count == bounds.events)
    }

    @Test func `a step keeps how many bytes there were and not the bytes, which may come from inside TLS`() {
        var record = ExchangeRecord()
        let outcome = LayerOutcome(failure: .closed, microseconds: 9, at: Self.start)
        record.take(ProbeStep(layer: .nla, microseconds: 1, event: .sent([0x4E, 0x54, 0x4C, 0x4D], total: 57)))
        record.take(ProbeStep(layer: .nla, microseconds: 2, event: .received([1, 2, 3], total: 300)))
        record.take(ProbeStep(layer: .nla, microseconds: 3, event: .ended(outcome)))
        #expect(record.steps.map(\.event) == [.sent([], total: 57), .received([], total: 300), .ended(outcome)])
    }

    @Test func `how a layer ended is kept after thousands of steps about bytes`() {
        var record = ExchangeRecord()
        for number in 0..<5_000 {
            record.take(ProbeStep(layer: .x224, microseconds: Int64(number), event: .received([], total: 1)))
        }
        record.take(ProbeStep(layer: .x224, microseconds: 5_000, event: .closed(by: .server)))
        #expect(record.steps.count == ExchangeRecord.stepLimit + 1)
        #expect(record.steps.last?.event == .closed(by: .server))
        #expect(record.stepsLeftOut == 5_000 - ExchangeRecord.stepLimit)
        for _ in 0..<5_000 { record.take(ProbeStep(layer: .tls, microseconds: 1, event: .note("again"))) }
        #expect(record.steps.count == 2 * ExchangeRecord.stepLimit)
    }

    // MARK: One exchange

    @Test func `what follows a probe shares its room`() {
        var exchange = Self.exchange(1, at: 0, [.received(Self.bytes(16_000))])
        exchange.append(
            Self.record([.opened, .sent(Self.bytes(1_000)), .ended(by: .us)]), title: "More.", began: Self.start)
        #expect(exchange.byteCount == ExchangeRecord.byteLimit)
        #expect(exchange.bytesLeftOut == 616)
        #expect(exchange.events.last?.kind == .ended(by: .us))
        exchange.append(Self.record([.sent(Self.bytes(10))]), title: "Even more.", began: Self.start)
        #expect(exchange.bytesLeftOut == 626)
        #expect(exchange.parts.map(\.title) == [nil, "More.", "Even more."])
        exchange.append(Self.record([.sent(Self.bytes(10))]), title: "Too much.", began: Self.start)
        #expect(exchange.parts.count == 3)
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout ServerSnapshot) -> Void
        var isKept: Bool
    }

    private static func certificate(_ notBefore: Instant, _ notAfter: Instant) -> Observation<CertificateFacts> {
        let leaf = CertificateDescription(
            subject: "CN=ts1", issuer: "CN=CA", notBefore: notBefore, notAfter: notAfter, sha256: "aa", keySHA256: "bb")
        return Observation(
            facts: CertificateFacts(leaf: leaf, askedName: "ts1", nameMatch: .none, trust: .trusted(["CN=CA"])),
            microseconds: 1,
            at: start)
    }

    @Test(
        "a probe is kept when the other side failed, and not when ours did",
        arguments: [
            Ending(testDescription: "passed", change: { _ in }, isKept: false),
            Ending(
                testDescription: "refused",
                change: { $0.tcp = Observation(facts: nil, failure: .refused, microseconds: 1, at: start) },
                isKept: true),
            Ending(
                testDescription: "cancelled here",
                change: {
                    $0.tcp = Observation(facts: nil, failure: .ourFault(.cancelled), microseconds: 1, at: start)
                },
                isKept: false),
            Ending(
                testDescription: "no UDP, which users do without",
                change: { $0.udp = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: start) },
                isKept: false),
            Ending(
                testDescription: "expired",
                change: { $0.certificate = certificate(start - .days(9), start - .days(1)) },
                isKept: true),
            Ending(
                testDescription: "not yet valid",
                change: { $0.certificate = certificate(start + .days(1), start + .days(9)) }, isKept: true),
            Ending(
                testDescription: "valid", change: { $0.certificate = certificate(start - .days(9), start + .days(9)) },
                isKept: false),
        ])
    func ending(_ ending: Ending) {
        var snapshot = ServerSnapshot(server: Server(name: "ts1").id, began: Self.start, ended: Self.start)
        ending.change(&snapshot)
        #expect(snapshot.isFailedExchange == ending.isKept)
    }

    // MARK: All of them

    @Test func `the last of each target is kept, in the order of time`() {
        var all = FailedExchanges()
        for (number, second) in [(1, 10), (2, 20), (3, 5), (1, 30), (2, 15)] as [(Int, Int64)] {
            all.keep(Self.exchange(number, at: second))
        }
        // The last one came late, and what is there is newer.
        #expect(all.all.map(\.target) == [3, 2, 1].map(Self.target))
        #expect(all.all.map { ($0.began - Self.start).wholeSeconds } == [5, 20, 30])
        #expect(all[Self.target(1)]?.began == Self.start + .seconds(30))
        #expect(all[Self.target(4)] == nil)
    }

    @Test func `a gateway is not a server of the same name`() {
        var all = FailedExchanges()
        all.keep(Self.exchange(1, at: 0))
        let gateway = GatewaySnapshot(gateway: "ts1:3389", began: Self.start, ended: Self.start)
        all.keep(FailedExchange(.gateway(gateway), ExchangeRecord()))
        #expect(all.all.count == 2)
        #expect(all[.gateway("ts1:3389")]?.target == .gateway("ts1:3389"))
    }

    @Test func `of more than 256 the oldest goes, whenever it came`() {
        var all = FailedExchanges()
        for number in 0..<256 { all.keep(Self.exchange(number, at: Int64(1_000 - number))) }
        #expect(all.all.count == 256)
        all.keep(Self.exchange(256, at: 2_000))
        #expect(all.all.count == 256)
        #expect(all[Self.target(255)] == nil)
        #expect(all[Self.target(254)] != nil)
        // One that is older than all of them has no place.
        all.keep(Self.exchange(257, at: 1))
        #expect(all[Self.target(257)] == nil && all.all.count == 256)
        // One that takes its own place displaces nobody.
        all.keep(Self.exchange(254, at: 3_000))
        #expect(all.all.count == 256 && all.all.last?.target == Self.target(254))
        #expect(all.all.first?.target == Self.target(253))
    }

    /// Of a server that is well but for UDP.
    private static func datagrams(_ number: Int, at seconds: Int64) -> FailedExchange {
        let began = start + .seconds(seconds)
        var snapshot = ServerSnapshot(server: Server(name: "ts\(number)").id, began: began, ended: began)
        snapshot.udp = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: began)
        return FailedExchange(.server(snapshot), record([]))
    }

    @Test func `datagrams that were not answered give way to real failures`() {
        var all = FailedExchanges()
        for number in 0..<254 { all.keep(Self.exchange(number, at: Int64(number))) }
        for number in 254..<257 { all.keep(Self.datagrams(number, at: Int64(number))) }
        // The oldest of them went, and not the oldest of all.
        #expect(all.all.count == 256 && all[Self.target(0)] != nil && all[Self.target(254)] == nil)
        for number in 257..<259 { all.keep(Self.exchange(number, at: Int64(number))) }
        #expect(all.all.count == 256 && all[Self.target(0)] != nil && all[Self.target(256)] == nil)
        // Where there are only real ones, new datagrams have no place.
        all.keep(Self.datagrams(259, at: 259))
        #expect(all.all.count == 256 && all[Self.target(0)] != nil && all[Self.target(259)] == nil)
        all.keep(Self.exchange(260, at: 260))
        #expect(all.all.count == 256 && all[Self.target(0)] == nil && all[Self.target(260)] != nil)
    }

    @Test func `what followed goes to the probe that it followed, and to no other`() {
        var all = FailedExchanges()
        all.keep(Self.exchange(1, at: 0))
        let (first, second) = (Self.start, Self.start + .seconds(5))
        #expect(all.holds(Self.target(1), of: first) && !all.holds(Self.target(1), of: second))
        all.append(Self.record([.opened]), title: "More.", at: second, to: Self.target(1), of: first)
        all.append(Self.record([.opened]), title: "Late.", at: second, to: Self.target(1), of: second)
        all.append(Self.record([.opened]), title: "Elsewhere.", at: second, to: Self.target(2), of: first)
        #expect(all[Self.target(1)]?.parts.map(\.title) == [nil, "More."])
        #expect(all.all.count == 1)
    }

    @Test func `256 servers that send all they can, byte by byte, take no more than 16 KiB each and as much again`() {
        var all = FailedExchanges()
        let drip = (0..<600).flatMap { _ in [WireEvent.Kind.sent(Self.bytes(300)), .opened, .received([1])] }
        for number in 0..<300 { all.keep(Self.exchange(number, at: Int64(number), drip)) }
        let sizes = all.all.map { exchange in
            // What an array needs beside its elements.
            exchange.events.reduce(exchange.byteCount) { size, _ in size + MemoryLayout<WireEvent>.stride + 32 }
        }
        #expect(all.all.count == 256)
        #expect(sizes.reduce(0, +) <= 256 * 2 * 16_384)
        #expect(all.all.allSatisfy { $0.byteCount <= 16_384 && $0.bytesLeftOut > 0 })
    }
}
