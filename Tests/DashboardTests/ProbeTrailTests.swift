import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ProbeTrailTests {
    /// The ring as the screen shows it.
    private static func drawing(_ trail: ProbeTrail, width: Int) -> String {
        (0..<width).map { cell in
            trail.sample(at: cell, of: width).map {
                HistoryColumn.sign(of: $0, above: trail.lowestLevel, .ascii).0
            } ?? " "
        }.joined()
    }

    @Test(
        arguments: [
            ([], "          "), ([12_000], "_         "), ([12_000, 12_900, 13_500], "___       "),
            ([12_000, 25_000, 50_000, 110_000, 200_000, 900_000], "_.-=##    "),
            ([nil, 12_000], "._        "), ([0, 90_000_000], "_#        "),
        ] as [([Int64?], String)])
    func `Round trips are levels over the lowest one, twice as long is a step`(times: [Int64?], shown: String) {
        var trail = ProbeTrail()
        for time in times { trail.append(.ok, roundTrip: time) }
        #expect(Self.drawing(trail, width: 10) == shown)
    }

    @Test func `Each state but the good ones has its letter`() {
        var trail = ProbeTrail()
        for state in ServerState.allCases { trail.append(state, roundTrip: 12_000) }
        #expect(Self.drawing(trail, width: 8) == "Xx_?_   ")
        #expect(trail.samples.map(\.state) == ServerState.allCases)
    }

    /// The write position moves and old samples stay: bytes to the terminal for one cell and the gap.
    @Test(arguments: [2, 7, 10, 20])
    func `A new probe changes two cells, and the gap stands before the oldest`(width: Int) {
        var trail = ProbeTrail()
        for number in 0..<100 {
            let before = Self.drawing(trail, width: width)
            trail.append(number % 3 == 0 ? .down : .ok, roundTrip: 12_000)
            let after = Self.drawing(trail, width: width)
            #expect(zip(before, after).count { $0 != $1 } <= 2)
            #expect(after.count { $0 == " " } == max(1, width - number - 1))
            let newest = after[after.index(after.startIndex, offsetBy: number % width)]
            #expect(newest == (number % 3 == 0 ? "X" : "_"))
        }
        #expect(trail.count == ProbeTrail.limit)
        #expect(trail.samples.count == ProbeTrail.limit)
    }

    @Test func `A probe is one sample, however often it is judged again`() {
        var status = ServerSample.tcpRefused("a", "10.0.0.1").status
        var rows = Rows(servers: [status.server])
        rows.take([status], now: SampleFleet.now)
        status.judgement.behind = "rdgw-fra-1"
        rows.take([status], now: SampleFleet.now)
        #expect(rows.trail(of: 0).samples == [.init(state: .down, level: nil)])
        status.snapshot?.began = SampleFleet.now
        rows.take([status], now: SampleFleet.now)
        #expect(rows.trail(of: 0).count == 2)
    }

    @Test func `The round trip is that of the connection, else of the newest echo`() {
        var snapshot = ServerSample.healthy("a", "10.0.0.1").snapshot
        #expect(snapshot?.roundTrip == 11_840)
        snapshot?.tcp = nil
        #expect(snapshot?.roundTrip == nil)
        var facts = PingFacts(
            target: SampleFleet.ipAddress("10.0.0.1"), method: .rawSocket, sent: 2, received: 1, last: 9_000)
        snapshot?.ping = SampleFleet.seen(facts, 9_000)
        #expect(snapshot?.roundTrip == 9_000)
        facts.unanswered = 1
        snapshot?.ping = SampleFleet.seen(facts, 9_000)
        #expect(snapshot?.roundTrip == nil)
    }
}
