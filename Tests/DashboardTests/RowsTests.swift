import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct RowsTests {
    /// SplitMix64: the same numbers on every run.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A server in a random state since a random time.
    private static func change(_ server: Server, _ random: inout Seeded) -> ServerStatus {
        let sample: ServerSample =
            switch UInt8.random(in: 0..<4, using: &random) {
            case 0: .tcpRefused(server.name, "10.0.0.1")
            case 1: .certificateExpiringSoon(server.name, "10.0.0.1")
            case 2: .ourFault(server.name, "10.0.0.1")
            default: .healthy(server.name, "10.0.0.1")
            }
        var status = sample.status
        status.since = SampleFleet.now - .seconds(.random(in: 0..<5, using: &random))
        return status
    }

    /// Rows moved one by one stand where sorting everything would put them.
    @Test(arguments: SortOrder.allCases, ["", "is:problem", "!0 is:ok | is:down"])
    func `Rows that change keep the order, the counts and the worst`(sort: SortOrder, filter: String) throws {
        let servers = (0..<90).map { SampleFleet.server("rdsh-\($0).corp.example") }
        var random = Seeded(state: 7)
        var rows = Rows(servers: servers)
        rows.sort(by: sort)
        let filter = try Filter.parse(filter)
        rows.filter(by: filter, now: SampleFleet.now)
        for round in 0..<60 {
            let size = round % 10 == 9 ? 80 : Int.random(in: 1..<4, using: &random)
            let changes = (0..<size).compactMap { _ in servers.randomElement(using: &random) }
                .map { Self.change($0, &random) }
            rows.take(changes, now: SampleFleet.now)

            var expected = Rows(servers: servers)
            expected.sort(by: sort)
            expected.take(servers.indices.map { rows[$0] }, now: SampleFleet.now)
            expected.filter(by: filter, now: SampleFleet.now)
            #expect(rows.order == expected.order)
            #expect(rows.counts == StateCounts(servers.indices.map { rows[$0].judgement }))
            var verdicts = SharedVerdicts()
            for index in servers.indices { verdicts.add(rows[index].judgement, 1) }
            #expect(rows.verdicts == verdicts)
            #expect(rows.probed == servers.indices.count { rows[$0].snapshot != nil })
            for (position, index) in rows.order.enumerated() { #expect(rows.position(of: index) == position) }
            var bySeverity = Rows(servers: servers)
            bySeverity.take(servers.indices.map { rows[$0] }, now: SampleFleet.now)
            let hasProblem = rows.counts.down + rows.counts.warning > 0
            #expect(rows.worst == (hasProblem ? bySeverity.order.first : nil))
        }
    }

    @Test func `A server that is not in the fleet is passed over`() {
        var rows = Rows(servers: [SampleFleet.server("a")])
        rows.take([ServerSample.healthy("b", "10.0.0.1").status], now: SampleFleet.now)
        #expect(rows.probed == 0)
        #expect(rows.counts.unknown == 1)
    }

    @Test func `Critical certificates come first among the warnings`() {
        var critical = ServerSample.certificateExpiringSoon("z", "10.0.0.1").status
        critical.judgement.findings[0].severity = .critical
        let samples = [ServerSample.oldTLS("a", "10.0.0.2").status, critical]
        var rows = Rows(servers: samples.map(\.server))
        rows.take(samples, now: SampleFleet.now)
        #expect(rows.order == [1, 0])
    }

    @Test(arguments: [
        ("rdsh-2", "rdsh-10"), ("rdsh-2", "RDSH-3"), ("a", "b"), ("a", "ab"), ("a9", "aa"), ("01", "1"),
        ("a1b2", "a1b10"),
        ("a01c", "a1d"), ("99999999999999999999998", "99999999999999999999999"),
    ])
    func `Names sort as people count`(first: String, second: String) {
        #expect(NaturalOrder.ranks(of: [second, first]) == [1, 0])
        #expect(NaturalOrder.ranks(of: [first, second]) == [0, 1])
    }

    @Test(arguments: [
        (["a.x", "b.x"], ["a", "b"]), (["a.x", "a.y", "b.x"], ["a.x", "a.y", "b"]),
        (["10.0.0.1", "2001:db8::1"], ["10.0.0.1", "2001:db8::1"]), (["", "a"], ["", "a"]),
    ])
    func `Names lose their domain where that leaves no two alike`(names: [String], shown: [String]) {
        #expect(DisplayNames.of(names.map { Server(name: $0) }) == shown)
    }

    @Test func `Rows that changed in one second are sorted by name and show one age`() {
        let samples = ["c", "a", "b"].enumerated().map { index, name in
            var status = ServerSample.tcpRefused(name, "10.0.0.1").status
            status.since = SampleFleet.now - .seconds(9) + .milliseconds(Int64(index) * 300)
            return status
        }
        var rows = Rows(servers: samples.map(\.server))
        for sort in [SortOrder.severity, .since] {
            rows.sort(by: sort)
            rows.take(samples, now: SampleFleet.now)
            #expect(rows.order == [1, 2, 0])
        }
        for late in [0, 400, 999] as [Int64] {
            let now = SampleFleet.now + .milliseconds(late)
            #expect(Set(samples.map { $0.age(at: now) }) == [.seconds(9)])
        }
    }
}
