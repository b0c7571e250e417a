import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CauseTests {
    /// The cause line of a fleet in which some servers have been probed.
    private static func line(
        _ statuses: [ServerStatus], of servers: [Server]? = nil, width: Int = 120,
        gateways: [GatewayStatus] = [], causes: [SharedCause] = [], now: Instant = SampleFleet.now
    ) -> String {
        var state = DashboardState(
            DashboardSetup(fleetName: "prod", version: "0.1.0", glyphs: .ascii),
            servers: servers ?? statuses.map(\.server), size: Size(width: width, height: 24), now: now)
        _ = state.apply(.gateways(gateways))
        _ = state.apply(.statuses(statuses))
        _ = state.apply(.causes(causes))
        var canvas = Canvas(size: Size(width: width, height: 1))
        CausePane().draw(state, canvas.bounds, &canvas)
        // The key that leads there stands behind it where there is room, and is no part of the sentence.
        let line = canvas.lines[0]
        return line.hasSuffix("   J:jump") ? String(line.dropLast(9)) : line
    }

    private static func refused(_ name: String, _ seconds: Int64) -> ServerStatus {
        var status = ServerSample.tcpRefused(name, "10.0.0.1").status
        status.since = SampleFleet.now - .seconds(seconds)
        return status
    }

    @Test(arguments: [
        (80, " >> kiosk-07 DOWN for 11m: refuses TLS: standard security only   x:why"),
        (62, " >> kiosk-07 DOWN for 11m: refuses TLS: standard security only"),
        (61, " >> kiosk-07 DOWN for 11m: only standard RDP   x:why"),
        (40, " >> kiosk-07 DOWN for 11m: only standar~"),
    ])
    func `When narrow the verdict is shortened first and the time stays`(width: Int, line: String) {
        #expect(Self.line([ServerSample.standardOnly("kiosk-07", "10.0.0.1").status], width: width) == line)
    }

    @Test(arguments: [
        (120, " >> 6 of 7 down: TCP 3389 refused at once (rdsh-1 and 5 more), newest 11s ago   x:why"),
        (80, " >> 6 of 7 down: TCP 3389 refused at once (rdsh-1 and 5 more), newest 11s ago"),
        (70, " >> 6 of 7 down: TCP 3389 refused (rdsh-1 and 5 more), newest 11s ago"),
        (60, " >> 6 of 7 down: TCP 3389 refused at once, newest 11s ago"),
        (40, " >> 6 down: TCP 3389 refused, newest 11s"),
    ])
    func `Servers that share the newest verdict are counted`(width: Int, line: String) {
        let group = (1...6).map { Self.refused("rdsh-\($0)", 10 + Int64($0)) }
        #expect(Self.line(group + [ServerSample.tlsCut("z", "10.0.0.9").status], width: width) == line)
    }

    private static func behind(_ count: Int, _ gateway: String = "rdgw-fra-1") -> [ServerStatus] {
        (0..<count).map { SampleFleet.behind(gateway, "\(gateway)-behind-\($0)").status }
    }

    @Test(arguments: [
        (120, " >> 17 servers behind rdgw-fra-1: gateway refuses TCP 443, since 11m"),
        (60, " >> 17 servers behind rdgw-fra-1: gateway refuses TCP 443"),
        (56, " >> 17 servers behind rdgw-fra-1: TCP 443 refused"),
        (40, " >> 17 servers behind rdgw-fra-1"),
    ])
    func `The gateway that most servers are down behind is named once`(width: Int, line: String) {
        let statuses = Self.behind(17) + [Self.refused("a", 11), Self.refused("b", 12)]
        #expect(Self.line(statuses, width: width, gateways: [SampleFleet.refusedGateway()]) == line)
    }

    private static func cause(_ trait: SharedCause.Trait, _ value: String, _ words: String) -> SharedCause {
        SharedCause(
            trait: trait, value: value, failing: 17, failingTotal: 21, healthy: 0, healthyTotal: 371,
            confidence: trait == .gateway ? .likely : .possible,
            statement: "17 of 21 down \(words) \(value); 0 of 371 healthy do",
            short: "17 of 21 down \(words) \(value)", servers: [])
    }

    @Test(arguments: [
        (
            120,
            " >> likely: 17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do; gateway refuses TCP 443, since 11m"
        ),
        (80, " >> likely: 17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do"),
        (60, " >> likely: 17 of 21 down sit behind rdgw-fra-1"),
        (40, " >> 17 of 21 down sit behind rdgw-fra-1"),
        (31, " >> 17 of 21 down sit behind r~"),
    ])
    func `What failing servers share and healthy ones do not is said before all else`(width: Int, line: String) {
        let statuses = Self.behind(2) + [Self.refused("a", 11)]
        let cause = Self.cause(.gateway, "rdgw-fra-1", "sit behind")
        #expect(Self.line(statuses, width: width, gateways: [SampleFleet.refusedGateway()], causes: [cause]) == line)
    }

    @Test(arguments: [
        (90, " >> likely: 17 of 21 down sit behind rdgw-fra-1; 1 of 371 working do, on another path"),
        (80, " >> likely: 17 of 21 down sit behind rdgw-fra-1; 1 of 371 working do"),
        (60, " >> likely: 17 of 21 down sit behind rdgw-fra-1"),
    ])
    func `On which path others work is left out before how many do`(width: Int, line: String) {
        var cause = Self.cause(.gateway, "rdgw-fra-1", "sit behind")
        cause.compared = "\(cause.short); 1 of 371 working do"
        cause.statement = cause.compared + ", on another path"
        let statuses = Self.behind(2) + [Self.refused("a", 11)]
        #expect(Self.line(statuses, width: width, gateways: [SampleFleet.refusedGateway()], causes: [cause]) == line)
    }

    @Test func `Further causes are counted where there is room, and the same verdict is told by the rows`() {
        let causes = [
            Self.cause(.site, "Ulm", "stand at"), Self.cause(.tag, "x", "have"), Self.cause(.tag, "y", "have"),
        ]
        let group = (1...3).map { Self.refused("rdsh-\($0)", 11) }
        let sentence = " >> possible: 17 of 21 down stand at Ulm; 0 of 371 healthy do"
        #expect(Self.line(group, causes: causes) == sentence + "   and 2 more causes")
        #expect(Self.line(group, width: 70, causes: causes) == sentence)
        var named = causes[0]
        named.servers = group.map(\.server.id)
        #expect(Self.line(group, causes: [named]) == sentence + " (rdsh-1 and 2 more)")
        let verdict = Self.cause(.verdict, "refused", "are")
        #expect(Self.line(group, causes: [verdict]).hasPrefix(" >> 3 of 3 down: TCP 3389 refused at once"))
        #expect(Self.line([ServerSample.healthy("a", "10.0.0.1").status], causes: causes) == " all 1 server ok")
    }

    @Test func `A cause that more servers share comes before a gateway`() {
        let statuses = Self.behind(2) + (1...3).map { Self.refused("rdsh-\($0)", 11) }
        #expect(Self.line(statuses).hasPrefix(" >> 3 of 3 down: TCP 3389 refused at once"))
    }

    @Test func `Servers behind a gateway are counted apart, and stand after those that are down by themselves`() {
        let statuses = Self.behind(2) + Self.behind(3, "rdgw-nyc-1") + [Self.refused("zz", 11)]
        var rows = Rows(servers: statuses.map(\.server))
        rows.take(statuses, now: SampleFleet.now)
        #expect(rows.counts.down == 1)
        #expect(rows.counts.behind == ["rdgw-fra-1": 2, "rdgw-nyc-1": 3])
        #expect(
            rows.counts.behindForms.prefix(2) == ["+3 behind rdgw-nyc-1, 2 behind rdgw-fra-1", "+5 behind 2 gateways"])
        #expect(rows[rows.order[0]].server.name == "zz")
        var many = StateCounts()
        many.behind = ["rdgw-1": 1, "rdgw-2": 2, "rdgw-3": 1]
        #expect(many.behindForms.first == "+4 behind 3 gateways")
        rows.take([ServerSample.healthy("rdgw-fra-1-behind-0", "10.0.0.1").status], now: SampleFleet.now)
        rows.take([ServerSample.healthy("rdgw-fra-1-behind-1", "10.0.0.1").status], now: SampleFleet.now)
        #expect(rows.counts.behind == ["rdgw-nyc-1": 3])
    }

    @Test func `A server that is reached through a gateway alone is known by it, though never probed itself`() {
        var status = Self.behind(1)[0]
        var rows = Rows(servers: [status.server])
        #expect(GridRow.diagnosis(rows[0]) == ["not probed yet"])
        var doubted = status
        doubted.judgement = Judgement(
            state: .unknown, cells: .unknown,
            findings: [
                Finding(
                    rule: "gateway-not-probed", layer: .gateway, severity: .note, confidence: .certain,
                    short: "gateway unknown", medium: "nothing is known of its gateway", long: "")
            ])
        #expect(GridRow.diagnosis(doubted) == ["nothing is known of its gateway", "gateway unknown"])
        rows.take([status], now: SampleFleet.now)
        #expect(rows.probed == 1)
        #expect(GridRow.diagnosis(rows[0]) == ["behind rdgw-fra-1"])
        status.judgement = Judgement(state: .ok, cells: .unknown)
        #expect(GridRow.diagnosis(status) == ["ok"])
    }

    @Test func `A gateway of which nothing is known is named all the same`() {
        #expect(Self.line(Self.behind(1)) == " >> 1 server behind rdgw-fra-1")
    }

    @Test func `The short form stands for servers that differ in the long one`() {
        var group = ["a", "b"].map { Self.refused($0, 11) }
        group[1].judgement.findings[0].medium = "TCP 3389 refused after 3.0 s"
        #expect(Self.line(group) == " >> 2 of 2 down: TCP 3389 refused (a and 1 more), newest 11s ago   x:why")
        group[1].judgement.findings[0].short = "something else"
        #expect(Self.line(group).hasPrefix(" >> a DOWN for 11s: TCP 3389 refused at once"))
    }

    @Test func `A server that comes back is no longer counted`() {
        let group = ["a", "b", "c"].map { Self.refused($0, 11) }
        var rows = Rows(servers: group.map(\.server))
        rows.take(group, now: SampleFleet.now)
        #expect(rows.verdicts.shared(by: group[0].judgement)?.count == 3)
        rows.take([ServerSample.healthy("c", "10.0.0.1").status], now: SampleFleet.now)
        #expect(rows.verdicts.shared(by: group[0].judgement)?.count == 2)
        rows.take([ServerSample.healthy("b", "10.0.0.1").status], now: SampleFleet.now)
        #expect(rows.verdicts.shared(by: group[0].judgement) == nil)
    }

    @Test func `Until the first sweep is over it says how far it is`() {
        let servers = (1...96).map { SampleFleet.server("rdsh-\($0)") }
        let first = ServerSample.healthy("rdsh-1", "10.0.0.1").status
        #expect(Self.line([first], of: servers) == " first sweep: 1 of 96 probed")
    }

    @Test func `What has just happened is no seconds old, never less`() {
        var status = Self.refused("a", 0)
        status.since = SampleFleet.now + .milliseconds(300)
        #expect(Self.line([status]).contains(" DOWN for 0s: TCP 3389 refused at once"))
    }
}
