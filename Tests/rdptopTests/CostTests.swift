import Drawing
import FleetModel
import Foundation
import Testing

@testable import Dashboard
@testable import ProbeEngine
@testable import rdptop

@Suite struct CostTests {
    private static func totals(
        _ seconds: Int, after start: ContinuousClock.Instant, cpu: Int64, finished: Int, bytes: Int?
    ) -> CostMeter.Totals {
        CostMeter.Totals(
            at: start + .seconds(seconds), cpuMicroseconds: cpu, finished: finished, bytesWritten: bytes)
    }

    @Test func theFirstMeasurementIsOfTheTimeSinceTheStart() {
        let start = ContinuousClock.now
        var meter = CostMeter(start: start)
        let cost = meter.measure(
            Self.totals(10, after: start, cpu: 60_000, finished: 25, bytes: 12_000), inFlight: 3, frames: 40,
            residentBytes: 41 << 20)
        #expect(
            cost
                == ProgramCost(
                    cpuPerMille: 6, cpuTime: .milliseconds(60), residentBytes: 41 << 20, inFlight: 3, finished: 25,
                    finishedPerTenSeconds: 25, bytesWritten: 12_000, bytesPerSecond: 1_200, frames: 40,
                    uptime: .seconds(10)))
    }

    @Test func laterOnesAreOfTheTimeSinceTheOneBefore() {
        let start = ContinuousClock.now
        var meter = CostMeter(start: start)
        _ = meter.measure(
            Self.totals(10, after: start, cpu: 60_000, finished: 25, bytes: 12_000), inFlight: 3, frames: 40)
        let cost = meter.measure(
            Self.totals(12, after: start, cpu: 1_060_000, finished: 31, bytes: 12_100), inFlight: 0, frames: 42)
        #expect(cost.cpuPerMille == 500)
        #expect(cost.finishedPerTenSeconds == 30)
        #expect(cost.bytesPerSecond == 50)
        #expect(cost.uptime == .seconds(12))
    }

    @Test func nothingIsDividedByNoTime() {
        let start = ContinuousClock.now
        var meter = CostMeter(start: start)
        let cost = meter.measure(
            Self.totals(0, after: start, cpu: 0, finished: 0, bytes: nil), inFlight: 0, frames: 1, residentBytes: nil)
        #expect(cost.cpuPerMille == 0 && cost.bytesPerSecond == nil && cost.residentBytes == nil)
    }

    @Test func howOftenItIsMeasuredIsSaidOfBothPacesOfTheClock() throws {
        #expect([SecondHand.Pace.usual.rawValue, SecondHand.Pace.calm.rawValue] == [1, 5])
        let setup = DashboardSetup(fleetName: "prod", version: "1", glyphs: .ascii)
        var state = DashboardState(setup, servers: [], size: Size(width: 80, height: 24), now: Instant(seconds: 1))
        for key in [":", "s", "t", "a", "t", "s"] { _ = state.apply(.key(.character(Character(key)))) }
        _ = state.apply(.key(.enter))
        let lines = state.plainText.map { $0.trimmingCharacters(in: ["|", " "]) }
        let first = try #require(lines.firstIndex { $0.hasPrefix("measured") })
        let words = lines[first...].prefix { !$0.isEmpty }.joined(separator: " ")
        #expect(words.contains("once a second while this is open, or the screen is wide; while the terminal says"))
        #expect(words.contains("that the keyboard is elsewhere, at least every five seconds"))
    }

    @Test func thisProcessHasTakenTimeAndMemory() throws {
        #expect(CostMeter.cpuMicroseconds() > 0)
        #expect(try #require(CostMeter.residentBytes()) > 1 << 20)
    }

    @Test func probesAreCountedWhileTheyGoOnAndWhenTheyHaveEnded() async {
        let counter = ProbeCounter()
        let pass = ConnectionPass(neighbourhood: nil, expectsAnswer: true) { _, _ in }
        let snapshot = ServerSnapshot(
            server: Server.ID(name: "a", port: 3389), began: Instant(seconds: 1), ended: Instant(seconds: 2))
        let actions = counter.counting(
            ProbeActions(
                probe: { _, _, _ in
                    #expect(counter.counts == (1, 0))
                    return snapshot
                },
                followUp: { _, _, snapshot in snapshot },
                climbGateway: { gateway, _, _ in
                    GatewaySnapshot(gateway: gateway.id, began: Instant(seconds: 1), ended: Instant(seconds: 2))
                }))
        _ = await actions.probe(Server(name: "a"), nil, pass)
        #expect(counter.counts == (0, 1))
        _ = await actions.climbGateway(Gateway(name: "g", host: "g"), nil, pass)
        #expect(counter.counts == (0, 2))
    }

    @Test(arguments: [
        ("Name:\trdptop\nCapEff:\t000001ffffffffff\n", UInt64(0x1FF_FFFF_FFFF)),
        ("CapEff:\t0000000000002000\n", 0x2000),
        ("CapPrm:\t1\n", 0), ("CapEff:\tnonsense\n", 0), ("", 0),
    ])
    func capabilitiesAreReadFromTheKernelsAccount(status: String, capabilities: UInt64) {
        #expect(Privileges.capabilities(in: status) == capabilities)
    }

    @Test(arguments: [
        (UInt32(0), true, "root, which nothing here needs; may open raw sockets (CAP_NET_RAW), which only ping uses"),
        (
            1000, false,
            "user 1000; may not open raw sockets: ping works where net.ipv4.ping_group_range permits it"
        ),
    ])
    func asWhomItRunsIsSaidInWords(id: UInt32, mayOpenRawSockets: Bool, words: String) {
        #expect(Privileges.user(id: id, mayOpenRawSockets: mayOpenRawSockets) == words)
    }
}
